import { foldUserName } from './auth.ts';

/**
 * The worst passwords of eight characters and more, from published breach statistics; longer lists are
 * a matter of data, not of code.
 */
const WORST = new Set(
	`12345678 123456789 1234567890 12345678910 123456789a 1234567891 0123456789 987654321 9876543210 87654321
	11111111 111111111 1111111111 00000000 000000000 0000000000 22222222 33333333 44444444 55555555 66666666
	666666666 77777777 88888888 888888888 8888888888 99999999 999999999 12341234 123123123 1231231230 12312312
	11223344 1122334455 112233445566 12121212 10101010 13131313 147258369 159753456 147852369 741852963 963852741
	123321123 1234554321 123454321 12344321 11112222 12345687 12345679 31415926 20082008 20202020 13145200
	1314520520 5201314520 52013145 520520520 5201314a 5201314ai woaini520 woaini1314 woaini123 woaini521
	woaini1314520 1314woaini aini1314 iloveyou iloveyou1 iloveyou2 password password1 password12 password123
	password1234 passw0rd p@ssw0rd p@ssword passwort qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 1qaz2wsx
	1qaz2wsx3edc 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 qazwsxedc qazwsx123 zaq12wsx zxcvbnm1
	zxcvbnm123 asdfghjk asdfghjkl asdfasdf asdf1234 a1234567 a12345678 a123456789 aa123456 aa12345678 aaa123456
	aaaaaaaa abc12345 abc123456 abcd1234 abcd123456 abcdefgh abcdefg1 q123456789 w123456789 z123456789 zz123456
	qq123456 qq123456789 wang1234 zhang123 admin123 admin1234 admin888 admin123456 administrator root1234
	welcome1 welcome123 letmein1 sunshine princess football baseball superman starwars computer internet
	whatever trustno1 michelle jennifer liverpool dragon123 monkey123 master123 changeme changeme1 test1234
	test123456 guest123 secret123 hello123 hello1234 woshishui nihao123 nihaoma1 saixue123 saixue2026 saixue1234
	zhongguo china123 beijing1 taobao123 alibaba1 xiaoming 88888888a 66668888 16888888 18181818`
		.split(/\s+/)
		.filter(Boolean)
);

/** One of the worst passwords, one character over and over, or the user's own name. */
export function isWeakPassword(password: string, userName: string): boolean {
	const folded = foldUserName(password);
	return WORST.has(folded) || new Set(folded).size < 3 || folded === foldUserName(userName);
}
