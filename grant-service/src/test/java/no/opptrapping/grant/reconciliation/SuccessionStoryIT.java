package no.opptrapping.grant.reconciliation;

import static no.opptrapping.grant.testing.World.post;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.reconciliation.MoneyWorld.Municipality;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.succession.FollowStructureChanges;
import no.opptrapping.grant.testing.Requests;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.events.IncomingEvent;
import no.opptrapping.platform.testing.EventRecords;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.time.SimulatedClock;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What becomes of applications, awards and payments when municipalities are merged and split. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class SuccessionStoryIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACCOUNT = "86011117947";

    private String representatives = "";

    @Inject
    MoneyWorld money;

    @Inject
    World world;

    @Inject
    KnownMunicipalities municipalities;

    @Inject
    FollowStructureChanges follow;

    @Inject
    SimulatedClock clock;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void trondheimTakesOverFromKlaebuInTwentyTwenty() {
        clock.resetTo(Instant.parse("2019-11-01T08:00:00Z"));
        var trondheim = municipality("5001", "830000003");
        var klaebu = municipality("5030", "830001018");
        tell(trondheim, 1, "Trondheim", null, null, "[]");
        tell(klaebu, 1, "Klæbu", null, null, "[]");
        awaitKnown(trondheim, "2019-11-01");
        awaitKnown(klaebu, "2019-11-01");

        var scheme = money.scheme("earmarked");
        var accepted = awarded(scheme, Year.of(2019), klaebu, 200_000);
        accept(klaebu, accepted, 201);
        var payment = money.as("ada", "adviser")
                .body(Map.of("awardId", accepted, "amount", 50_000, "dueOn", "2020-01-15"))
                .post("/v1/payments")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var call = announced(scheme);
        var application = submitted(klaebu, call);
        var own = submitted(trondheim, call);

        // Heard of in advance, the newer version before the older.
        var merger = "[" + successor(trondheim, "2020-01-01", "1", true) + "]";
        tell(klaebu, 3, "Klæbu", null, "2020-01-01", merger);
        tell(klaebu, 2, "Klæbu", null, null, "[]");
        Poll.until("the merger", () -> known(klaebu, "2020-01-01").isEmpty());
        follow.look();
        money.as(klaebu).get("/v1/awards/" + accepted).then().statusCode(200).body("holder.number", equalTo("5030"));
        money.as(trondheim).get("/v1/awards/" + accepted).then().statusCode(404);

        clock.resetTo(Instant.parse("2019-12-31T23:30:00Z"));
        follow.look();
        follow.look();
        tell(klaebu, 3, "Klæbu", null, "2020-01-01", merger);
        follow.look();

        money.as(klaebu).get("/v1/awards/" + accepted).then().statusCode(404);
        money.as(klaebu).get("/v1/awards").then().body("items", empty());
        money.as(klaebu).get("/v1/applications/" + application).then().statusCode(404);
        post(money.as(klaebu), "/v1/applications", Requests.application(call)).statusCode(403);
        money.as(trondheim)
                .get("/v1/awards/" + accepted)
                .then()
                .statusCode(200)
                .body("recipient.name", equalTo("Klæbu"))
                .body("recipient.number", equalTo("5030"))
                .body("holder.number", equalTo("5001"))
                .body("takeovers", hasSize(1))
                .body("takeovers[0].on", equalTo("2020-01-01"))
                .body("version", equalTo(3));
        money.as("kari", "controller")
                .get("/v1/payments/" + payment)
                .then()
                .statusCode(200)
                .body("municipalityId", equalTo(klaebu.id().toString()))
                .body("payeeId", equalTo(trondheim.id().toString()))
                .body("status", equalTo("ordered"));
        money.as(trondheim)
                .get("/v1/applications?callId=" + call)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(application, own)));
        money.as(trondheim)
                .get("/v1/applications/" + application)
                .then()
                .statusCode(200)
                .body("host.number", equalTo("5001"))
                .body("takeovers.municipalityId", equalTo(List.of(trondheim.id().toString())))
                .body("begunBy", equalTo(klaebu.id().toString()));
        post(money.as(trondheim), "/v1/applications/" + application + "/withdrawal", Map.of("reason", "Slått sammen"))
                .statusCode(201);
    }

    @Test
    void aalesundAndNotHaramTakesOverFromTheOneThatWasSplitHoweverLateItIsHeard() {
        clock.resetTo(Instant.parse("2023-06-01T08:00:00Z"));
        var whole = municipality("1507", "830002022");
        var aalesund = municipality("1508", "830003029");
        var haram = municipality("1580", "830004033");
        tell(whole, 1, "Ålesund", "2020-01-01", null, "[]");
        awaitKnown(whole, "2023-06-01");
        var scheme = money.scheme("earmarked");
        var award = awarded(scheme, Year.of(2023), whole, 300_000);

        clock.resetTo(Instant.parse("2024-02-01T08:00:00Z"));
        tell(
                whole,
                2,
                "Ålesund",
                "2020-01-01",
                "2024-01-01",
                "[" + successor(haram, "2024-01-01", "0.14", false) + ","
                        + successor(aalesund, "2024-01-01", "0.86", true) + "]");
        tell(haram, 1, "Haram", "2024-01-01", null, "[]");
        awaitKnown(haram, "2024-02-01");
        Poll.until("the split", () -> known(whole, "2024-02-01").isEmpty());
        follow.look();
        money.as("kari", "controller")
                .get("/v1/awards/" + award)
                .then()
                .body("holder.number", equalTo("1507"))
                .body("version", equalTo(1));

        tell(aalesund, 1, "Ålesund", "2024-01-01", null, "[]");
        awaitKnown(aalesund, "2024-02-01");
        follow.look();
        money.as(whole).get("/v1/awards/" + award).then().statusCode(404);
        money.as(haram).get("/v1/awards/" + award).then().statusCode(404);
        money.as(haram).get("/v1/awards").then().body("items", empty());
        money.as(aalesund)
                .get("/v1/awards")
                .then()
                .body("items.id", hasItem(award))
                .body("items.find { it.id == '" + award + "' }.takeovers.number", equalTo(List.of("1508")));
        accept(haram, award, 404);
        accept(aalesund, award, 201);
        // What is awarded by a run that was computed before the split goes to the one that answers for it.
        var late = awarded(scheme, Year.of(2024), whole, 100_000);
        money.as(aalesund)
                .get("/v1/awards/" + late)
                .then()
                .statusCode(200)
                .body("recipient.number", equalTo("1508"))
                .body("takeovers", empty());
    }

    @Test
    void aHostActsForItsNeighbourInWhatTheRegisterSaysAndAsLongAsItSays() {
        clock.resetTo(Instant.parse("2023-06-01T08:00:00Z"));
        var neighbour = municipality("9871", "830005048");
        var host = municipality("9872", "830006044");
        tell(host, 1, "Verten", null, null, "[]");
        tell(neighbour, 1, "Naboen", null, null, "[]");
        awaitKnown(host, "2023-06-01");
        awaitKnown(neighbour, "2023-06-01");
        var award = awarded(money.scheme("earmarked"), Year.of(2023), neighbour, 90_000);
        money.as(host)
                .header("Acting-For", "9871")
                .get("/v1/awards/" + award)
                .then()
                .statusCode(404);

        representatives = """
                ,"representatives":[{"organisationNumber":"830006044","kind":"host","tasks":["accept"],
                 "from":"2023-01-01","to":"2023-07-01"}]""";
        tell(neighbour, 2, "Naboen", null, null, "[]");
        representatives = "";
        Poll.until(
                "the host to be heard of",
                () -> money.as(host)
                                .header("Acting-For", "9871")
                                .get("/v1/awards/" + award)
                                .statusCode()
                        == 200);
        money.as(host).get("/v1/awards/" + award).then().statusCode(404);
        post(money.as(host).header("Acting-For", "9871"), "/v1/applications", Requests.application(award))
                .statusCode(403);
        money.as(host)
                .header("Acting-For", "9871")
                .body(Map.of("accountNumber", ACCOUNT, "acceptedBy", "Rådmannen", "termsAccepted", true))
                .post("/v1/awards/" + award + "/acceptance")
                .then()
                .statusCode(201);
        clock.resetTo(Instant.parse("2023-07-01T08:00:00Z"));
        money.as(host)
                .header("Acting-For", "9871")
                .get("/v1/awards/" + award)
                .then()
                .statusCode(404);
        money.as(neighbour).get("/v1/awards/" + award).then().statusCode(200);
    }

    private static Municipality municipality(String number, String organisation) {
        return new Municipality(
                new MunicipalityId(UUID.randomUUID()),
                new MunicipalityNumber(number),
                Optional.of(new OrganisationNumber(organisation)));
    }

    private String awarded(SchemeId scheme, Year year, Municipality to, long amount) {
        money.appropriate(scheme, year, amount);
        money.award(scheme, year, Map.of(to, amount));
        return money.as("kari", "controller")
                .get("/v1/awards?year=" + year + "&schemeId=" + scheme)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private void accept(Municipality by, String award, int status) {
        money.as(by)
                .body(Map.of("accountNumber", ACCOUNT, "acceptedBy", "Rådmannen", "termsAccepted", true))
                .post("/v1/awards/" + award + "/acceptance")
                .then()
                .statusCode(status);
    }

    private String announced(SchemeId scheme) {
        var body = Requests.call(scheme.toString());
        body.putAll(Map.of("year", 2020, "opensOn", "2019-10-01", "deadline", "2020-02-01T12:00:00+01:00"));
        var call = post(world.asPerson("adviser-1", "adviser"), "/v1/calls", body)
                .statusCode(201)
                .extract()
                .<String>path("id");
        post(world.asPerson("leader-1", "decision-maker"), "/v1/calls/" + call + "/announcement")
                .statusCode(201);
        return call;
    }

    private String submitted(Municipality by, String call) {
        var id = money.as(by)
                .body(Requests.application(call))
                .post("/v1/applications")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        money.as(by).post("/v1/applications/" + id + "/submission").then().statusCode(201);
        return id;
    }

    private Optional<?> known(Municipality municipality, String on) {
        return municipalities.byId(municipality.id(), LocalDate.parse(on));
    }

    private void awaitKnown(Municipality municipality, String on) {
        Poll.until(
                "municipality " + municipality.number(),
                () -> known(municipality, on).isPresent());
    }

    private static String successor(Municipality to, String on, String share, boolean dutyBearer) {
        return """
                {"municipalityId":"%s","on":"%s","share":"%s","method":"whole","dutyBearer":%s}
                """.formatted(to.id(), on, share, dutyBearer);
    }

    private void tell(Municipality municipality, long version, String name, String from, String to, String successors) {
        var data = """
                {"municipalityId":"%s","foundedOn":%s,"ceasedOn":%s,
                 "versions":[{"number":"%s","name":"%s","from":%s,"to":%s}],"predecessors":[],"successors":%s,
                 "organisationNumbers":[{"number":"%s","from":%s,"to":%s}]%s}
                """.formatted(
                        municipality.id(),
                        quoted(from),
                        quoted(to),
                        municipality.number(),
                        name,
                        quoted(from),
                        quoted(to),
                        successors,
                        municipality.organisation().orElseThrow(),
                        quoted(from),
                        quoted(to),
                        representatives);
        send(new IncomingEvent(
                UUID.nameUUIDFromBytes(
                                (municipality.id() + "/" + version).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString(),
                "municipality.v1",
                "no.opptrapping.municipality.v1",
                "/municipality-service",
                municipality.id().toString(),
                version,
                Instant.parse("2019-10-01T00:00:00Z"),
                parsed(data)));
    }

    private static String quoted(String date) {
        return date == null ? "null" : "\"" + date + "\"";
    }

    private static com.fasterxml.jackson.databind.JsonNode parsed(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException mistake) {
            throw new AssertionError(mistake);
        }
    }

    private void send(IncomingEvent event) {
        var record = EventRecords.of(event);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker, "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            var _ = producer.send(
                            new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers()))
                    .get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
