// The package types its full build only; of the small one this much is used.
declare module 'pdfjs-dist/legacy/build/pdf.min.mjs' {
	export const getDocument: import('#lib/reader/pdf/library.ts').PdfLibrary['getDocument'];
}
declare module 'pdfjs-dist/legacy/build/pdf.worker.min.mjs' {
	export const WorkerMessageHandler: object;
}
