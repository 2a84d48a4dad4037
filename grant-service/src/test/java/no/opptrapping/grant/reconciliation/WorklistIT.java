package no.opptrapping.grant.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.grant.succession.FollowStructureChanges;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** The worklist shows work and whose it is, and nobody waits for the ledger's check. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class WorklistIT extends MillionToGive {
    @Inject
    FollowStructureChanges follow;

    @Test
    void runsThatAskWhatIfAreNoWork() throws SQLException {
        var older = run("2025-03-01T08:00:00Z", 1_000_000);
        var newest = run("2025-03-02T08:00:00Z", 900_000);
        assertThat(worklist("/v1/allocation-runs/" + older)).isEmpty();
        assertThat(worklist("/v1/allocation-runs/" + newest)).containsExactly("run-to-adopt decision-maker 1");

        var tooMuch = run("2025-03-03T08:00:00Z", 1_000_001);
        assertThat(worklist("/v1/allocation-runs/" + newest)).isEmpty();
        assertThat(worklist("/v1/allocation-runs/" + tooMuch)).isEmpty();
    }

    @Test
    void anAwardThatWasTakenOverWaitsForItsHolder() {
        var holder = world.municipality(true);
        var ceased = world.municipality(false);
        var award = awards(Map.of(ceased, 200_000L)).getFirst();
        assertThat(worklist("/v1/awards/" + award)).containsExactly("award-to-accept administrator 1");

        world.merge(ceased, holder, LocalDate.of(2025, 6, 10));
        clock.resetTo(Instant.parse("2025-06-11T08:00:00Z"));
        follow.look();

        assertThat(worklist("/v1/awards/" + award)).containsExactly("award-to-accept municipality 1");
        assertThat(work("nb"))
                .filteredOn(item -> item.get("link").equals("/v1/awards/" + award))
                .extracting("municipality")
                .extracting("number")
                .containsExactly(holder.number().value());
    }

    @Test
    void isWrittenInTheReadersLanguage() throws SQLException {
        var bygd = world.municipality(true);
        var award = awards(Map.of(bygd, 200_000L)).getFirst();
        accept(bygd, award, ACCOUNT).then().statusCode(201);
        try (var owner = world.owner();
                var statement = owner.createStatement()) {
            statement.execute(
                    "update scheme set name = '{\"nb\": \"Tilskudd\", \"nn\": \"Tilskot\", \"en\": \"Grant\"}' where id = '"
                            + scheme + "'");
            owner.commit();
        }
        for (var language : Map.of("nb", "(Tilskudd 2025)", "nn", "(Tilskot 2025)", "en", "(Grant 2025)")
                .entrySet()) {
            assertThat(work(language.getKey()))
                    .extracting(item -> String.valueOf(item.get("text")))
                    .anyMatch(text -> text.contains(language.getValue()));
        }
    }

    @Test
    void theCheckWaitsForNobody() throws SQLException {
        try (var busy = world.owner();
                var statement = busy.createStatement()) {
            statement.execute("select ledger_lock_available('" + scheme + "', 2025)");
            // Whoever waited for the lock would wait for this transaction, which waits for the answer.
            assertThat(check().getBoolean("balanced")).isTrue();
            busy.rollback();
        }
    }

    @Test
    void theOverviewAddsUpWhatTheLedgerHas() {
        var bygd = world.municipality(true);
        var award = awards(Map.of(bygd, 200_000L)).getFirst();
        accept(bygd, award, ACCOUNT).then().statusCode(201);
        order("ada", award, 50_000).then().statusCode(201);
        var money = world.as(bygd).get("/v1/overview").jsonPath();
        assertThat(List.of(
                        money.getLong("money.awarded"),
                        money.getLong("money.paid"),
                        money.getLong("money.outstanding")))
                .containsExactly(200_000L, 0L, 200_000L);
        assertThat(money.getList("deadlines.what")).contains("report");
    }

    private String run(String at, long distributed) throws SQLException {
        var id = UUID.randomUUID().toString();
        try (var owner = world.owner();
                var insert = owner.prepareStatement("""
                        insert into allocation_run (id, name, scheme_id, year, made_by, made_at, inputs, input_hash,
                            result_hash, budget, distributed, recipients)
                        select ?::uuid, 'Hva om ' || t.text, ?::uuid, 2025, 'ada', ?::timestamptz, t.text,
                            encode(sha256(convert_to(t.text, 'UTF8')), 'hex'), repeat('0', 64), ?, ?, 1
                        from (select ? as text) t
                        """)) {
            insert.setString(1, id);
            insert.setString(2, scheme.toString());
            insert.setString(3, at);
            insert.setLong(4, distributed);
            insert.setLong(5, distributed);
            insert.setString(6, id);
            insert.executeUpdate();
            owner.commit();
        }
        return id;
    }
}
