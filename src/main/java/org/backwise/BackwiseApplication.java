package org.backwise;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Backwise: a back-pain questionnaire that ends in a medical-referral notice or in a
 * proposed massage plan.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class BackwiseApplication {

	public static void main(String[] args) {
		SpringApplication.run(BackwiseApplication.class, args);
	}

}
