package org.backwise.outbox;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SecretsTests {

	private static final String KEY = "0123456789abcdef0123456789abcdef";

	private final Secrets secrets = new Secrets(new SecretSettings(KEY));

	@Test
	void aSecretIsSealedAnewEveryTimeAndOpened() {
		String longest = "🔑".repeat(100);
		for (String secret : new String[] { "", " ", "pass word ", "sealed:", longest }) {
			String sealed = this.secrets.seal(secret);
			assertThat(sealed).startsWith("sealed:").hasSizeLessThan(2_000).isNotEqualTo(this.secrets.seal(secret));
			assertThat(this.secrets.isOpen(sealed)).isFalse();
			assertThat(this.secrets.open(sealed)).contains(secret);
		}
	}

	@Test
	void noOtherKeyAndNothingAlteredIsOpened() {
		String sealed = this.secrets.seal("pass word");
		char last = sealed.charAt(sealed.length() - 1);
		String altered = sealed.substring(0, sealed.length() - 1) + ((last == '0') ? '1' : '0');
		assertThat(this.secrets.open(altered)).isEmpty();
		for (String broken : new String[] { "sealed:", "sealed:0", sealed.substring(0, 30), "sealed:zz", sealed + "0",
				"sealed:" + "z".repeat(80) }) {
			assertThat(this.secrets.open(broken)).as(broken).isEmpty();
		}
		assertThat(new Secrets(new SecretSettings(KEY.replace('0', 'x'))).open(sealed)).isEmpty();
		assertThat(new Secrets(new SecretSettings("")).open(sealed)).isEmpty();
	}

	@Test
	void withoutAKeyNothingIsSealedAndAShortOneIsRefused() {
		Secrets none = new Secrets(new SecretSettings("  "));
		assertThat(none.canSeal()).isFalse();
		assertThatIllegalStateException().isThrownBy(() -> none.seal("x"));
		assertThat(none.open("as it is")).contains("as it is");
		assertThat(none.isOpen("as it is")).isTrue();
		assertThatIllegalArgumentException().isThrownBy(() -> new SecretSettings("too short"))
			.withMessageNotContaining("too short");
		assertThat(new SecretSettings(KEY)).hasToString("what seals secrets");
	}

}
