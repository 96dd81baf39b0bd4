package org.backwise.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A certificate for {@code localhost}, made by the JDK and written as servers read it.
 *
 * @param certificate what a server shows
 * @param key its private key, encoded
 */
record SelfMadeCertificate(X509Certificate certificate, byte[] key) {

	private static final char[] SECRET = "changeit".toCharArray();

	static SelfMadeCertificate make(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
		Path store = Files.createTempDirectory(folder, "made").resolve("store.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "web", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost",
				"-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", new String(SECRET))
			.start();
		assertThat(keytool.waitFor()).isZero();
		KeyStore keys = KeyStore.getInstance(store.toFile(), SECRET);
		return new SelfMadeCertificate((X509Certificate) keys.getCertificate("web"),
				keys.getKey("web", SECRET).getEncoded());
	}

	/** Writes {@code privkey.pem} and {@code fullchain.pem}. */
	void write(Path folder) throws IOException, GeneralSecurityException {
		write(folder.resolve("privkey.pem"), "PRIVATE KEY", this.key);
		write(folder.resolve("fullchain.pem"), "CERTIFICATE", this.certificate.getEncoded());
	}

	/** For a client that trusts these and nothing else. */
	static SSLContext trusting(SelfMadeCertificate... all) throws IOException, GeneralSecurityException {
		KeyStore trust = KeyStore.getInstance(KeyStore.getDefaultType());
		trust.load(null, null);
		for (SelfMadeCertificate one : all) {
			trust.setCertificateEntry(one.certificate().getSerialNumber().toString(), one.certificate());
		}
		TrustManagerFactory trusting = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trusting.init(trust);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trusting.getTrustManagers(), null);
		return context;
	}

	private static void write(Path file, String kind, byte[] content) throws IOException {
		String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
		Files.writeString(file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
	}

}
