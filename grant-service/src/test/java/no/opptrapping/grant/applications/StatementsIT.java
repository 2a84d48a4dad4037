package no.opptrapping.grant.applications;

import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.AskedSql;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** How often the database is asked for what municipalities do most. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class StatementsIT extends AnnouncedCall {
    private static final int TIMES = 20;

    @ConfigProperty(name = RealInfrastructure.SUPERUSER_URL)
    String superuser;

    @Test
    void aDraftIsSavedWithOneReadAndOneWriteOfIt() {
        var municipality = world.founded("Lagrevik");
        var id = begin(municipality, application(call));
        save(municipality, id, 1);
        var asked = new AskedSql(superuser, "grants_app");
        asked.forget();
        IntStream.rangeClosed(1, TIMES).forEach(i -> save(municipality, id, i + 1));
        var statements = whatIsOurs(asked);
        assertThat(statements)
                .filteredOn(one -> one.sql().matches("(?is).*\\bapplication(_participant|_consent)?\\b.*"))
                .hasSize(2)
                .allMatch(one -> one.times() == 1, "once")
                .anyMatch(AskedSql.Asked::isWriting);
        assertThat(statements).filteredOn(AskedSql.Asked::isWriting).hasSize(1);
        assertThat(statements)
                .filteredOn(one -> one.sql().matches("(?is).*\\bfrom call\\b.*"))
                .hasSize(1)
                .allMatch(one -> one.times() == 1, "the call is read once");
        assertThat(statements.stream().mapToLong(AskedSql.Asked::times).sum()).isLessThanOrEqualTo(10);
    }

    @Test
    void aSubmissionAsksAsOftenHoweverManyHaveSubmittedBefore() {
        var few = submissions();
        var many = submissions();
        assertThat(many).isEqualTo(few);
    }

    /** What twenty submissions ask for. */
    private List<AskedSql.Asked> submissions() {
        var drafts = IntStream.range(0, TIMES)
                .mapToObj(i -> {
                    var municipality = world.founded("Innsending " + i);
                    return new Draft(municipality, begin(municipality, application(call)));
                })
                .toList();
        var asked = new AskedSql(superuser, "grants_app");
        asked.forget();
        drafts.forEach(draft -> post(world.as(draft.by()), "/v1/applications/" + draft.id() + "/submission")
                .statusCode(201));
        return whatIsOurs(asked);
    }

    /** Which edition of the register there is, is asked by background work as well, as often as it takes. */
    private static List<AskedSql.Asked> whatIsOurs(AskedSql asked) {
        return asked.forEachOf(TIMES).stream()
                .filter(one -> !one.sql().contains("known_municipality_edition"))
                .toList();
    }

    private record Draft(World.Resident by, String id) {}

    private void save(World.Resident municipality, String id, int version) {
        world.as(municipality)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .body("{\"ownShare\": " + (1000 + version) + "}")
                .patch("/v1/applications/" + id)
                .then()
                .statusCode(200);
    }
}
