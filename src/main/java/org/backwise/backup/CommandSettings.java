package org.backwise.backup;

import java.util.List;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What the settings say to a command: the same files as for the program.
 *
 * @param access how the database is reached
 * @param backup where backups go
 */
record CommandSettings(Access access, BackupSettings backup) {

	private static final String SHOWN = "--backwise.backup.passphrase=";

	/**
	 * Reads the settings.
	 * @param arguments further ones, such as {@code --spring.datasource.url=…}
	 */
	static CommandSettings read(List<String> arguments) {
		if (arguments.stream().anyMatch((argument) -> argument.startsWith(SHOWN))) {
			throw new BackupFailedException(Trouble.PASSPHRASE_SHOWN);
		}
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Read.class)
			.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.run(arguments.toArray(String[]::new))) {
			return new CommandSettings(Access.of(context.getBean(DataSourceProperties.class)),
					context.getBean(BackupSettings.class));
		}
	}

	/** Only settings; no database is opened. */
	@EnableConfigurationProperties({ DataSourceProperties.class, BackupSettings.class })
	static class Read {

	}

}
