package no.opptrapping.grant.schemerules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** A scheme may name the report forms that reporting-service has, and no others. */
class ReportFormsTest {
    @Test
    void areThoseOfReportingService() throws IOException {
        var properties = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(file);
        }
        var editions = new ObjectMapper()
                .readTree(Path.of("../reporting-service/src/main/resources/forms/editions.json")
                        .toFile());

        assertThat(properties.getProperty("opptrapping.schemes.report-forms").split(","))
                .containsExactlyInAnyOrderElementsOf(() -> editions.fieldNames());
    }
}
