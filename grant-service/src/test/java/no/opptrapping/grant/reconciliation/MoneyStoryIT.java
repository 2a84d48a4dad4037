package no.opptrapping.grant.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.grant.reconciliation.ReportNews.Told;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** Where the kroner of an award are, from the appropriation to the approved report. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class MoneyStoryIT extends MillionToGive {
    @Inject
    ReportNews reports;

    @Test
    void aKroneTravelsFromTheAppropriationToTheApprovedReport() {
        var bygd = world.municipality(true);
        var by = world.municipality(true);
        var awards = awards(Map.of(bygd, 600_000L, by, 300_000L));
        var award = awards.getFirst();
        assertThat(figures()).containsExactlyInAnyOrderEntriesOf(figures(1_000_000, 900_000, 100_000, 0, 0, 900_000));

        accept(by, award, ACCOUNT).then().statusCode(404);
        world.as(bygd)
                .body(Map.of("accountNumber", "12345678901", "acceptedBy", " ", "termsAccepted", false))
                .post("/v1/awards/" + award + "/acceptance")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/accountNumber", "/acceptedBy", "/termsAccepted"));
        accept(bygd, award, ACCOUNT).then().statusCode(201).body("status", equalTo("accepted"));
        accept(bygd, award, ACCOUNT).then().statusCode(409);

        pay(1, 600_000);
        assertThat(figures()).containsExactlyInAnyOrderEntriesOf(figures(1_000_000, 900_000, 100_000, 0, 0, 900_000));

        var report = UUID.randomUUID();
        reports.tell(
                new Told(report, bygd, 3, "approved", Map.of(award.toString(), new long[] {600_000, 500_000, 100_000})),
                2);
        reports.tell(new Told(report, bygd, 2, "submitted", Map.of(award.toString(), new long[] {600_000, 1, 2})), 1);
        awaitSpent(500_000);
        assertThat(figures())
                .containsExactlyInAnyOrderEntriesOf(figures(1_000_000, 900_000, 100_000, 500_000, 100_000, 300_000));

        reports.tell(
                new Told(
                        report, bygd, 4, "corrected", Map.of(award.toString(), new long[] {600_000, 450_000, 150_000})),
                2);
        awaitSpent(450_000);
        assertThat(check().getBoolean("balanced")).as(check().prettify()).isTrue();
        assertThat(entries(award)).containsExactly("awarded", "paid", "reported", "reported");
    }

    @Test
    void figuresThatDoNotFitAreKeptAndShownUntilACorrectionFits() {
        var bygd = world.municipality(true);
        var award = awards(Map.of(bygd, 200_000L)).getFirst();
        accept(bygd, award, ACCOUNT).then().statusCode(201);
        pay(1, 200_000);
        var report = UUID.randomUUID();
        reports.tell(
                new Told(report, bygd, 1, "approved", Map.of(award.toString(), new long[] {200_000, 150_000, 40_000})),
                1);
        Poll.until("the discrepancy", () -> check().getList("reportsOutOfStep").size() == 1);
        var wrong = check();
        assertThat(wrong.getBoolean("balanced")).isFalse();
        assertThat(wrong.getString("reportsOutOfStep[0].reason")).isEqualTo("does-not-add-up");
        assertThat(wrong.getList("awardsOutOfStep.account")).contains("spent", "unspent", "paid-unreported");

        reports.tell(
                new Told(report, bygd, 2, "corrected", Map.of(award.toString(), new long[] {200_000, 150_000, 50_000})),
                1);
        awaitSpent(150_000);
        assertThat(check().getBoolean("balanced")).as(check().prettify()).isTrue();
    }

    @Test
    void theCheckNamesTheAccountOfAKroneThatWasMoved() throws SQLException {
        var bygd = world.municipality(true);
        var award = awards(Map.of(bygd, 200_000L)).getFirst();
        assertThat(check().getBoolean("balanced")).isTrue();
        try (var owner = world.owner();
                var statement = owner.createStatement()) {
            // Only who owns the tables can switch off that an entry needs its cause.
            statement.execute(
                    "alter table ledger_entry disable trigger ledger_entry_has_its_cause, disable trigger ledger_entry_is_approved");
            owner.commit();
            var entry = UUID.randomUUID();
            statement.execute("""
                    insert into ledger_entry (id, kind, scheme_id, year, award_id, source, lines, posted_by, posted_at)
                    values ('%s', 'reported', '%s', 2025, '%s', 'tampering/%s', 2, 'nobody', now());
                    insert into ledger_line values ('%s', 'available', -1), ('%s', 'spent', 1)
                    """.formatted(entry, scheme, award, entry, entry, entry));
            owner.commit();
            statement.execute(
                    "alter table ledger_entry enable trigger ledger_entry_has_its_cause, enable trigger ledger_entry_is_approved");
            owner.commit();
        }
        var check = check();
        assertThat(check.getBoolean("balanced")).isFalse();
        assertThat(check.<String>getList("identities.findAll { it.difference != 0 }.account"))
                .containsOnly("available", "spent");
        assertThat(check.<String>getList("awardsOutOfStep.account")).containsExactly("spent");
        assertThat(check.<Integer>getList("awardsOutOfStep.difference")).containsExactly(1);
    }
}
