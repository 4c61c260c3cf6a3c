/* Keeps taps made before the page is alive: see docs/adr/0004-answerable-before-hydration.md. */
