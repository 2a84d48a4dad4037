package no.opptrapping.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import no.opptrapping.platform.web.DatabaseAndIssuer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseAndIssuer.class)
class ForgetAnswersIT {
    @Inject
    ForgetAnswers forgetAnswers;

    @Inject
    Answers answers;

    @Inject
    DataSource database;

    private final String caller = "caller " + UUID.randomUUID();

    @Test
    void anAnswerIsForgottenAfterThirtyDaysAndNotBefore() throws SQLException {
        answered("young", "29 days 23 hours");
        answered("old", "30 days 1 second");

        forgetAnswers.forget();

        assertThat(answers.find(caller, "young")).isPresent();
        assertThat(answers.find(caller, "old")).isEmpty();
    }

    @Test
    void moreThanOneHandfulIsForgottenAtOnce() throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into idempotency_record (caller, key, request, status, created_at)
                        select ?, number::text, 'request', 201, now() - interval '31 days'
                        from generate_series(1, 12000) as number
                        """)) {
            insert.setString(1, caller);
            insert.executeUpdate();
        }

        forgetAnswers.forget();

        assertThat(answers.find(caller, "1")).isEmpty();
        assertThat(answers.find(caller, "12000")).isEmpty();
    }

    private void answered(String key, String ago) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into idempotency_record (caller, key, request, status, created_at)
                        values (?, ?, 'request', 201, now() - ?::interval)
                        """)) {
            insert.setString(1, caller);
            insert.setString(2, key);
            insert.setString(3, ago);
            insert.executeUpdate();
        }
    }
}
