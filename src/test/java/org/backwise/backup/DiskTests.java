package org.backwise.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class DiskTests {

	@TempDir
	private Path home;

	@Test
	void makesAFolderWithThoseThatItLiesIn() throws IOException {
		Path folder = this.home.resolve("one/two");
		Disk.makeFolder(folder);
		Disk.makeFolder(folder);
		assertThat(folder).isDirectory();
	}

	/** A request of root's in a folder of root's would never be answered. */
	@Test
	void whatRootMakesBelongsToWhoeverTheFolderBelongsTo() throws IOException {
		assumeTrue(Files.getOwner(this.home).getName().equals("root"), "somebody else cannot give files away");
		UserPrincipal nobody = this.home.getFileSystem()
			.getUserPrincipalLookupService()
			.lookupPrincipalByName("nobody");
		Files.setOwner(this.home, nobody);
		Path folder = this.home.resolve("one/two");
		Disk.makeFolder(folder);
		Path file = Disk.secret(folder.resolve("three"));
		Disk.fromRoot(file, folder);
		assertThat(Files.getOwner(folder.getParent())).isEqualTo(nobody);
		assertThat(Files.getOwner(folder)).isEqualTo(nobody);
		assertThat(Files.getOwner(file)).isEqualTo(nobody);
	}

}
