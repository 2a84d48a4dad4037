package no.opptrapping.grant.testing;

import static io.restassured.RestAssured.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import no.opptrapping.grant.known.HeardMunicipalities;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.time.SimulatedClock;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A Directorate with people, municipalities that can sign in, and a clock: everything that a story begins with. */
@ApplicationScoped
public class World {
    /** Above every number that a county of Norway has had, so that no real municipality of other tests has the same. */
    private static final int FIRST_NUMBER = 7_400;

    /** When a test begins, if it does not say otherwise. */
    public static final Instant BEGINNING = Instant.parse("2025-01-10T08:00:00Z");

    private static final AtomicInteger KEYS = new AtomicInteger();

    private final HeardMunicipalities municipalities;
    private final SimulatedClock clock;
    private final String issuer;
    private final HttpClient http = HttpClient.newHttpClient();

    World(
            HeardMunicipalities municipalities,
            SimulatedClock clock,
            @ConfigProperty(name = "opptrapping.issuer") String issuer) {
        this.municipalities = municipalities;
        this.clock = clock;
        this.issuer = issuer;
    }

    /** A municipality that exists since 1900 and can sign in. */
    public record Resident(
            MunicipalityId id, MunicipalityNumber number, String name, OrganisationNumber organisation) {}

    /** A new municipality with a number that no other test uses. */
    public synchronized Resident founded(String name) {
        var serial = KEYS.incrementAndGet();
        return founded(name, new MunicipalityNumber(String.format("%04d", FIRST_NUMBER + serial)), serial);
    }

    /** A new municipality in a county, given by its number, that no other test uses. */
    public synchronized Resident foundedIn(String county, String name) {
        var serial = KEYS.incrementAndGet();
        return founded(name, new MunicipalityNumber(String.format("%s%02d", county, serial % 100)), serial);
    }

    private Resident founded(String name, MunicipalityNumber number, int serial) {
        var resident = new Resident(new MunicipalityId(UUID.randomUUID()), number, name, organisation(serial));
        keep(new HeardMunicipality(
                resident.id(),
                null,
                List.of(new HeardMunicipality.Version(
                        number, name, new HeardMunicipality.County("Prøvefylket"), LocalDate.of(1900, 1, 1), null)),
                List.of(),
                List.of(new HeardMunicipality.HeldNumber(resident.organisation(), null, null))));
        return resident;
    }

    /** A municipality that was there until a day and whose people all passed to another one. */
    public MunicipalityNumber ceased(String name, LocalDate on, Resident successor) {
        var number = new MunicipalityNumber(String.format("%04d", FIRST_NUMBER + KEYS.incrementAndGet()));
        keep(new HeardMunicipality(
                new MunicipalityId(UUID.randomUUID()),
                on,
                List.of(new HeardMunicipality.Version(number, name, LocalDate.of(1900, 1, 1), on)),
                List.of(new HeardMunicipality.Successor(successor.id(), on, BigDecimal.ONE, true)),
                List.of()));
        return number;
    }

    public void keep(HeardMunicipality heard) {
        QuarkusTransaction.requiringNew().run(() -> municipalities.keep(heard));
    }

    public void itIs(Instant instant) {
        clock.resetTo(instant);
    }

    /** A request of a municipality that may read and write. */
    public RequestSpecification as(Resident resident) {
        return asOrganisation(resident.organisation(), "hdir:tilskudd/kommune.read hdir:tilskudd/kommune.write");
    }

    public RequestSpecification asOrganisation(OrganisationNumber organisation, String scopes) {
        return signedIn(organisationToken(organisation, scopes));
    }

    /** The token of a municipality that may read and write. */
    public String organisationToken(OrganisationNumber organisation) {
        return organisationToken(organisation, "hdir:tilskudd/kommune.read hdir:tilskudd/kommune.write");
    }

    private String organisationToken(OrganisationNumber organisation, String scopes) {
        return token(
                "maskinporten",
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "local-client",
                        "client_secret", "local",
                        "scope", scopes,
                        "consumer_org", organisation.value()));
    }

    /** A request of a person with these roles. */
    public RequestSpecification asPerson(String subject, String... roles) {
        return signedIn(staffToken(subject, roles));
    }

    /** Somebody at the county governor's office of the county. */
    public RequestSpecification asCountyGovernor(String county) {
        return asCountyGovernor("governor-" + county, county);
    }

    /** The person at the county governor's office of the county. */
    public RequestSpecification asCountyGovernor(String subject, String county) {
        return signedIn(token(
                "staff",
                Map.of("grant_type", "password", "username", subject, "roles", "county-governor", "county", county)));
    }

    /** The token of a person with these roles. */
    public String staffToken(String subject, String... roles) {
        return token("staff", Map.of("grant_type", "password", "username", subject, "roles", String.join(",", roles)));
    }

    /** The items of a list, page after page: other tests leave much in it. */
    public static List<Map<String, Object>> everyItem(Supplier<RequestSpecification> as, String path) {
        var items = new ArrayList<Map<String, Object>>();
        String next = null;
        do {
            var request = as.get().queryParam("limit", 500);
            if (next != null) {
                request.queryParam("cursor", next);
            }
            var page = request.get(path).then().statusCode(200).extract().jsonPath();
            items.addAll(page.getList("items"));
            next = page.getString("next");
        } while (next != null);
        return items;
    }

    /** Posts with a key of its own. */
    public static ValidatableResponse post(RequestSpecification as, String path, Object body) {
        return as.header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    /** Posts without a body, with a key of its own. */
    public static ValidatableResponse post(RequestSpecification as, String path) {
        return as.header("Idempotency-Key", UUID.randomUUID().toString())
                .post(path)
                .then();
    }

    /** A scheme whose first rules are in force from today. */
    public String schemeInForce(Map<String, Object> body) {
        return inForce(registered(body));
    }

    /** A scheme with these rules, in force from today. */
    public String schemeInForce(Map<String, Object> body, Map<String, Object> rules) {
        var id = registered(body);
        asPerson("adviser-1", "adviser")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(rules)
                .put("/v1/schemes/" + id + "/versions/1")
                .then()
                .statusCode(200);
        return inForce(id);
    }

    private String registered(Map<String, Object> body) {
        return post(asPerson("adviser-1", "adviser"), "/v1/schemes", body)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String inForce(String id) {
        post(asPerson("leader-1", "decision-maker"), "/v1/schemes/" + id + "/versions/1/entry-into-force", Map.of())
                .statusCode(201);
        return id;
    }

    private static RequestSpecification signedIn(String token) {
        return given().auth().oauth2(token);
    }

    private String token(String of, Map<String, String> form) {
        var pairs = new ArrayList<String>();
        form.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(issuer + "/" + of + "/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("No token: " + answer.body());
            }
            return JsonPath.from(answer.body()).getString("access_token");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The nine digits of a serial number with a check digit that is right. */
    private static OrganisationNumber organisation(int serial) {
        for (var body = 80_000_000 + serial * 10; ; body++) {
            for (var check = 0; check < 10; check++) {
                var found = OrganisationNumber.parse(body + "" + check);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
    }
}
