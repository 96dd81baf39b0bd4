package org.backwise.staff;

/** How far somebody has come in signing in. */
enum SignInStage {

	/** No account, a disabled one, or no password given. */
	NOBODY,

	/** The password was right, the second step is missing. */
	HALF_IN,

	/** Signed in. */
	IN

}
