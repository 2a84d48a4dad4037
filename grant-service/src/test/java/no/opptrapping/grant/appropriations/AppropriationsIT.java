package no.opptrapping.grant.appropriations;

import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.testing.Requests;
import no.opptrapping.grant.testing.UncausedPostings;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class AppropriationsIT {
    private static final Year YEAR = Year.of(2025);

    @Inject
    World world;

    @Inject
    Ledger ledger;

    private String scheme;

    @BeforeEach
    void begin() {
        world.itIs(World.BEGINNING);
        scheme = added("earmarked");
    }

    @Test
    void theMoneyIsAvailableWhenItIsRegisteredAndFollowsItsRevisions() {
        var id = register(1_000_000).statusCode(201).extract().<String>path("id");
        assertThat(balance(Account.AVAILABLE)).isEqualTo(Kroner.of(1_000_000));
        revise(id, 250_000).statusCode(201).body("revised", equalTo(1_250_000));
        revise(id, -50_000).statusCode(201).body("revised", equalTo(1_200_000)).body("revisions", hasSize(2));
        assertThat(balance(Account.AVAILABLE)).isEqualTo(Kroner.of(1_200_000));
        assertThat(balance(Account.APPROPRIATED)).isEqualTo(Kroner.of(-1_200_000));
        world.asPerson("controller-1", "controller")
                .get("/v1/appropriations?schemeId=" + scheme + "&year=2025")
                .then()
                .statusCode(200)
                .body("items.amount", contains(1_000_000))
                .body("items[0].revisions.amount", contains(250_000, -50_000));
    }

    @Test
    void nothingIsAvailableUntilASecondPersonHasApproved() {
        var id = propose(1_000_000)
                .statusCode(201)
                .body("approvedAt", nullValue())
                .extract()
                .<String>path("id");
        assertThat(balance(Account.AVAILABLE)).isEqualTo(Kroner.ZERO);
        theLedgerBalances();
        proposeRevision(id, 5)
                .statusCode(409)
                .body("type", equalTo("https://opptrapping.no/problems/appropriation.not-approved"));
        approve("adviser-1", id, "")
                .statusCode(403)
                .body("type", equalTo("https://opptrapping.no/problems/appropriation.proposer-may-not-approve"));
        assertThat(balance(Account.AVAILABLE)).isEqualTo(Kroner.ZERO);
        approve("leader-1", id, "").statusCode(201).body("approvedAt", notNullValue());
        approve("leader-1", id, "").statusCode(409);
        assertThat(balance(Account.AVAILABLE)).isEqualTo(Kroner.of(1_000_000));

        var revision = "/revisions/"
                + proposeRevision(id, -400_000)
                        .statusCode(201)
                        .body("revised", equalTo(1_000_000))
                        .extract()
                        .<String>path("revisions[0].id");
        assertThat(balance(Account.AVAILABLE)).isEqualTo(Kroner.of(1_000_000));
        theLedgerBalances();
        approve("adviser-1", id, revision).statusCode(403);
        approve("leader-1", id, revision).statusCode(201).body("revised", equalTo(600_000));
        approve("leader-1", id, revision).statusCode(409);
        approve("leader-1", id, "/revisions/" + UUID.randomUUID()).statusCode(404);
        assertThat(balance(Account.AVAILABLE)).isEqualTo(Kroner.of(600_000));
    }

    private void theLedgerBalances() {
        world.asPerson("controller-1", "controller")
                .get("/v1/ledger/check?year=2025&schemeId=" + scheme)
                .then()
                .statusCode(200)
                .body("balanced", equalTo(true));
    }

    @Test
    void whoeverIsDisqualifiedInTheSchemeDoesNothingInIt() {
        var id = propose(1_000_000).statusCode(201).extract().<String>path("id");
        var body = Map.of("person", " leader-1 ", "schemeId", scheme, "reason", "Gift med søkeren");
        post(
                        world.asPerson("leader-2", "decision-maker"),
                        "/v1/disqualifications",
                        Map.of("person", "\u00a0", "schemeId", scheme, "reason", "x"))
                .statusCode(422);
        var disqualification = post(world.asPerson("leader-2", "decision-maker"), "/v1/disqualifications", body)
                .statusCode(201)
                .body("person", equalTo("leader-1"))
                .extract()
                .<String>path("id");
        post(world.asPerson("leader-2", "decision-maker"), "/v1/disqualifications", body)
                .statusCode(409);
        approve("leader-1", id, "")
                .statusCode(403)
                .body("type", equalTo("https://opptrapping.no/problems/impartiality.disqualified"));
        post(world.asPerson("leader-1", "adviser"), "/v1/calls", Requests.call(scheme))
                .statusCode(403);
        world.asPerson("controller-1", "controller")
                .get("/v1/disqualifications?schemeId=" + scheme)
                .then()
                .statusCode(200)
                .body("items.person", contains("leader-1"))
                .body("items.endedAt", contains(nullValue()));
        var ending = "/v1/disqualifications/" + disqualification + "/ending";
        post(world.asPerson("leader-1", "decision-maker"), ending, Map.of()).statusCode(403);
        post(world.asPerson("leader-2", "decision-maker"), ending, Map.of())
                .statusCode(201)
                .body("endedBy", equalTo("leader-2"));
        post(world.asPerson("leader-2", "decision-maker"), ending, Map.of()).statusCode(409);
        approve("leader-1", id, "").statusCode(201);
        post(world.asPerson("leader-2", "decision-maker"), "/v1/disqualifications", body)
                .statusCode(201);
    }

    @Test
    void thereIsOneOriginalForASchemesYear() {
        register(1_000_000).statusCode(201);
        propose(1_000_000)
                .statusCode(409)
                .body("type", equalTo("https://opptrapping.no/problems/appropriation.registered-before"));
        assertThat(balance(Account.AVAILABLE)).isEqualTo(Kroner.of(1_000_000));
    }

    @Test
    void ofManySchemesOfOneCodeAtOnceOneIsTaken() throws Exception {
        var code = "at-once-" + UUID.randomUUID();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var statuses = threads.invokeAll(IntStream.range(0, 24)
                    .<Callable<Integer>>mapToObj(
                            n -> () -> post(world.asPerson("adviser-1", "adviser"), "/v1/schemes", scheme(code))
                                    .extract()
                                    .statusCode())
                    .toList());
            var answered = new ArrayList<Integer>();
            for (var status : statuses) {
                answered.add(status.get());
            }
            assertThat(answered).containsOnlyOnce(201).isSubsetOf(201, 409, 422);
        }
    }

    @Test
    void ofManyRegistrationsAtOnceOneIsTaken() throws Exception {
        var proposed = IntStream.range(0, 4)
                .mapToObj(n -> propose(1_000_000).statusCode(201).extract().<String>path("id"))
                .toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var statuses = threads.invokeAll(proposed.stream()
                    .<Callable<Integer>>map(
                            id -> () -> approve("leader-1", id, "").extract().statusCode())
                    .toList());
            var created = 0;
            for (var status : statuses) {
                assertThat(status.get()).isIn(201, 409);
                created += status.get() == 201 ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
        }
        assertThat(balance(Account.AVAILABLE)).isEqualTo(Kroner.of(1_000_000));
    }

    @Test
    void aRevisionBelowWhatIsAwardedIsRefusedWithBothSums() {
        var id = register(1_000_000).statusCode(201).extract().<String>path("id");
        try (var _ = UncausedPostings.allowed()) {
            QuarkusTransaction.requiringNew()
                    .run(() -> ledger.post(Posting.awarded(
                            new SchemeId(UUID.fromString(scheme)),
                            YEAR,
                            UUID.randomUUID(),
                            Kroner.of(600_000),
                            "test",
                            World.BEGINNING)));
        }
        revise(id, -400_001)
                .statusCode(422)
                .body("errors.code", contains("appropriation.below-awarded"))
                .body("errors[0].arguments.revised", equalTo(599_999))
                .body("errors[0].arguments.awarded", equalTo(600_000));
        revise(id, -400_000).statusCode(201);
        assertThat(balance(Account.AVAILABLE)).isEqualTo(Kroner.ZERO);
    }

    @Test
    void faultsAreListedTogether() {
        post(
                        world.asPerson("adviser-1", "adviser"),
                        "/v1/appropriations",
                        Map.of(
                                "schemeId",
                                UUID.randomUUID().toString(),
                                "year",
                                2025,
                                "amount",
                                -1,
                                "source",
                                "Prop. 1 S",
                                "incorporatedFrom",
                                UUID.randomUUID().toString()))
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/amount", "/schemeId", "/incorporatedFrom"));
        post(
                        world.asPerson("adviser-1", "adviser"),
                        "/v1/appropriations",
                        Map.of("amount", 1.5, "year", 1999, "extra", true))
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/amount", "/year", "/extra", "/schemeId", "/source"));
    }

    @Test
    void frameworkMoneyNamesTheSchemeThatItComesFrom() {
        var framework = added("framework");
        var body = new LinkedHashMap<String, Object>(Map.of(
                "schemeId", framework, "year", 2026, "amount", 5, "source", "Prop. 1 S", "incorporatedFrom", scheme));
        post(world.asPerson("adviser-1", "adviser"), "/v1/appropriations", body)
                .statusCode(201)
                .body("incorporatedFrom", equalTo(scheme));
        body.put("schemeId", scheme);
        body.put("incorporatedFrom", framework);
        post(world.asPerson("adviser-1", "adviser"), "/v1/appropriations", body)
                .statusCode(422)
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "appropriation.incorporated-from-framework",
                                "appropriation.incorporated-into-earmarked"));
    }

    private ValidatableResponse register(long amount) {
        var id = propose(amount).statusCode(201).extract().<String>path("id");
        return approve("leader-1", id, "");
    }

    private ValidatableResponse approve(String person, String id, String revision) {
        return post(
                world.asPerson(person, "decision-maker", "adviser"),
                "/v1/appropriations/" + id + revision + "/approval",
                Map.of());
    }

    private ValidatableResponse propose(long amount) {
        return post(
                world.asPerson("adviser-1", "adviser"),
                "/v1/appropriations",
                Map.of("schemeId", scheme, "year", 2025, "amount", amount, "source", "Prop. 1 S (2024-2025)"));
    }

    private ValidatableResponse revise(String id, long change) {
        var proposed = proposeRevision(id, change);
        return proposed.extract().statusCode() == 201
                ? approve("leader-1", id, "/revisions/" + proposed.extract().<String>path("revisions[-1].id"))
                : proposed;
    }

    private ValidatableResponse proposeRevision(String id, long change) {
        return post(
                world.asPerson("adviser-1", "adviser"),
                "/v1/appropriations/" + id + "/revisions",
                Map.of("amount", change, "reason", "Revidert nasjonalbudsjett"));
    }

    private Kroner balance(Account account) {
        return ledger.balance(account, new SchemeId(UUID.fromString(scheme)), YEAR);
    }

    private String added(String kind) {
        return world.schemeInForce(scheme("s-" + UUID.randomUUID(), kind));
    }
}
