package org.backwise;

import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

import org.backwise.backup.BackupCommand;
import org.backwise.backup.RestoreCommand;
import org.backwise.exports.DmnCommand;
import org.backwise.proof.KnowledgeDiff;
import org.backwise.trial.SeedCommand;

/**
 * Backwise: a back-pain questionnaire that ends in a medical-referral notice or in a
 * proposed massage plan.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class BackwiseApplication {

	public static void main(String[] args) {
		if (args.length > 0 && args[0].equals(DmnCommand.NAME)) {
			System.exit(DmnCommand.run(List.of(args).subList(1, args.length), System.out));
		}
		if (args.length > 0 && args[0].equals(SeedCommand.NAME)) {
			System.exit(SeedCommand.run(List.of(args).subList(1, args.length), System.out));
		}
		if (args.length > 0 && KnowledgeDiff.COMMAND.equals(args[0])) {
			System.exit(KnowledgeDiff.run(args, System.out));
		}
		if (args.length > 0 && args[0].equals(BackupCommand.NAME)) {
			System.exit(BackupCommand.run(List.of(args).subList(1, args.length), System.out));
		}
		if (args.length > 0 && args[0].equals(RestoreCommand.NAME)) {
			System.exit(RestoreCommand.run(List.of(args).subList(1, args.length), System.out));
		}
		SpringApplication.run(BackwiseApplication.class, args);
	}

}
