package no.opptrapping.municipality.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long the list of municipalities of any date takes on the server, and the same rows with plain JDBC in the same run.
 * Only when it is asked for: {@code -Dbenchmark=true -Dtest=MunicipalityListBenchmarkIT}.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "municipality"))
class MunicipalityListBenchmarkIT {
    private static final int WARM_UP = 3_000;
    private static final int TIMES = 5_000;
    private static final long SEED = 20_260_101L;
    private static final String ROWS = """
            select m.id, v.number, v.name, c.number, c.name, v.valid_from, v.valid_to, o.number
            from municipality m join municipality_version v on v.municipality_id = m.id
            left join county c on c.number = left(v.number, 2)
                and daterange(c.valid_from, c.valid_to) && daterange(v.valid_from, v.valid_to)
            left join organisation_number o on o.municipality_id = m.id and o.standing = 'confirmed'
                and daterange(o.valid_from, o.valid_to) @> cast(? as date)
            where daterange(v.valid_from, v.valid_to) @> cast(? as date)
            order by v.number
            """;

    @Inject
    CurrentRegister register;

    @Inject
    ObjectMapper mapper;

    @Inject
    DataSource database;

    @Test
    void theListOfAnyDate() {
        var answered = measured(this::answer);
        var read = measured(this::rows);
        try (var client = HttpClient.newHttpClient()) {
            var called = measured(date -> call(client, date));
            System.out.printf(
                    "Municipality list of any date, %d times, seed %d (microseconds)%n"
                            + "  made and written on the server  median %,8.0f  99th percentile %,8.0f%n"
                            + "  the same over HTTP, with client median %,8.0f  99th percentile %,8.0f%n"
                            + "  the same rows with plain JDBC   median %,8.0f  99th percentile %,8.0f%n"
                            + "  server to JDBC                  median %8.2f  99th percentile %8.2f%n",
                    TIMES,
                    SEED,
                    answered[0],
                    answered[1],
                    called[0],
                    called[1],
                    read[0],
                    read[1],
                    answered[0] / read[0],
                    answered[1] / read[1]);
        }
        assertThat(answered[1]).as("99th percentile in microseconds").isLessThan(5_000);
    }

    /** What the server does with a request: looks whether the register has changed, makes the list, writes it. */
    private int answer(LocalDate date) {
        var revision = register.get();
        var items = revision.register().validOn(date).stream()
                .map(listed -> MunicipalityResponse.of(listed, revision.register(), date))
                .toList();
        try {
            return mapper.writeValueAsBytes(items).length;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private int rows(LocalDate date) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ROWS)) {
            select.setObject(1, date);
            select.setObject(2, date);
            var length = 0;
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    for (var column = 1; column <= 8; column++) {
                        length += String.valueOf(rows.getString(column)).length();
                    }
                }
            }
            return length;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static int call(HttpClient client, LocalDate date) {
        var address = URI.create("http://localhost:" + RestAssured.port + "/v1/municipalities?limit=500&date=" + date);
        try {
            var answer = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body().length;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** Median and 99th percentile in microseconds. */
    private static double[] measured(ToIntFunction<LocalDate> work) {
        var random = new Random(SEED);
        var times = new long[TIMES];
        for (var i = -WARM_UP; i < TIMES; i++) {
            var date = LocalDate.of(2012, 1, 1).plusDays(random.nextInt(15 * 365));
            var start = System.nanoTime();
            assertThat(work.applyAsInt(date)).isPositive();
            if (i >= 0) {
                times[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        return new double[] {times[TIMES / 2] / 1000.0, times[TIMES * 99 / 100] / 1000.0};
    }
}
