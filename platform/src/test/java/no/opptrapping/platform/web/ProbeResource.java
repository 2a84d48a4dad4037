package no.opptrapping.platform.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.concurrency.IfMatch;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.register.KnownRegister;
import no.opptrapping.platform.register.Task;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.jspecify.annotations.Nullable;

/** One endpoint for each thing that platform does around a resource. */
@Path("/probe")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ProbeResource {
    /** What is sent. */
    record Grant(
            @NotBlank @Size(max = 40) String title,

            @NotNull @Positive(message = "probe.not-positive")
            Long amount,

            @NotNull @Valid Address address,
            @NotNull @Size(min = 1, max = 3) List<@NotNull @Valid Line> lines) {}

    /** Nested. */
    record Address(@NotNull @Size(min = 4, max = 4) String zip) {}

    /** Repeated. */
    record Line(@NotBlank String text, @Max(100) int percent) {}

    /** Value types. */
    record Values(
            Kroner kroner,
            MunicipalityNumber municipality,
            OrganisationNumber organisation,
            @Nullable LocalDate on) {}

    /** An id of the house's kind. */
    public record RunId(UUID value) {}

    enum Kind {
        SMALL,
        LARGE
    }

    private final Problems problems;
    private final CurrentCaller caller;
    private final AuditLog auditLog;
    private final ProbeEffects effects;
    private final CallerSight sight;
    private final KnownRegister register;

    ProbeResource(
            Problems problems,
            CurrentCaller caller,
            AuditLog auditLog,
            ProbeEffects effects,
            CallerSight sight,
            KnownRegister register) {
        this.problems = problems;
        this.caller = caller;
        this.auditLog = auditLog;
        this.effects = effects;
        this.sight = sight;
        this.register = register;
    }

    @POST
    @Path("grants")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Grant grant(@Valid @NotNull Grant grant) {
        return grant;
    }

    @POST
    @Path("values")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Values values(@Valid @NotNull Values values) {
        return values;
    }

    @GET
    @Path("items")
    @PermitAll
    public Page<Integer> items(@Valid @BeanParam PageQuery page) {
        var first = page.cursor(1)
                .map(cursor -> Math.toIntExact(cursor.number(0)) + 1)
                .orElse(1);
        var rows = IntStream.rangeClosed(first, 250)
                .limit(page.limit() + 1L)
                .boxed()
                .toList();
        return Page.of(rows, page.limit(), row -> List.of(row.toString()));
    }

    @GET
    @Path("parameters/{id}")
    @PermitAll
    public Map<String, String> parameters(
            @PathParam("id") UUID id,
            @QueryParam("count") @Max(10) @Nullable Integer count,
            @QueryParam("on") @Nullable LocalDate on,
            @QueryParam("kind") @Nullable Kind kind,
            @QueryParam("number") @Nullable MunicipalityNumber number,
            @QueryParam("year") @Nullable Year year,
            @QueryParam("name") @Nullable String name) {
        return Map.of("id", id.toString());
    }

    @GET
    @Path("runs/{id}")
    @PermitAll
    public Map<String, String> run(@PathParam("id") RunId id, @QueryParam("before") @Nullable RunId before) {
        return Map.of("id", id.value() + (before == null ? "" : " after " + before.value()));
    }

    @GET
    @Path("who")
    @RolesAllowed({Roles.MUNICIPALITY_READ, Roles.ADVISER})
    public Map<String, String> who() {
        return Map.of("caller", caller.get().toString(), "name", caller.get().name());
    }

    @GET
    @Path("who-of-the-nation")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.NATIONAL_STAFF})
    public Map<String, String> whoOfTheNation() {
        return Map.of("name", caller.get().name());
    }

    @GET
    @Path("public")
    @PermitAll
    public Map<String, String> whoAnonymously() {
        return Map.of("name", caller.get().name());
    }

    @GET
    @Path("table")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    public Response table(@Context HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().contains(MediaType.valueOf("text/csv"))
                ? Response.ok("year;amount".getBytes(StandardCharsets.UTF_8), "text/csv")
                        .build()
                : Response.ok(Map.of("year", 2025)).build();
    }

    @GET
    @Path("staff-only")
    @PermitAll
    public Map<String, String> staffOnly() {
        return Map.of("subject", caller.staff().subject());
    }

    @POST
    @Path("payments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.MUNICIPALITY_WRITE, Roles.ADVISER})
    public Response pay(@Valid @NotNull Line line) throws InterruptedException {
        return switch (line.text()) {
            case "refuse" -> problems.rejected(List.of(BrokenRule.of("probe.not-positive", "/percent")));
            case "fail" -> {
                effects.add(line.text());
                throw new IllegalStateException("after the effect");
            }
            default -> {
                effects.whenAllowed();
                var id = effects.add(line.text());
                yield Response.created(URI.create("/probe/payments/" + id))
                        .header("ETag", ETags.of(1))
                        .entity(Map.of("id", id, "text", line.text()))
                        .build();
            }
        };
    }

    @PUT
    @Path("versioned")
    @PermitAll
    public Response versioned(@BeanParam IfMatch ifMatch) {
        return ifMatch.required().is(7) ? Response.noContent().build() : problems.preconditionFailed();
    }

    @GET
    @Path("ceased")
    @PermitAll
    public Response ceased() {
        return problems.notFound(
                "probe.ceased",
                "number",
                "0704",
                "on",
                LocalDate.of(2020, 1, 1),
                "amount",
                Kroner.of(1234567),
                "successors",
                List.of(Map.of("number", "3803")));
    }

    @GET
    @Path("broken")
    @PermitAll
    public Response broken() {
        throw new IllegalStateException("a bug");
    }

    @POST
    @Path("text")
    @PermitAll
    @Consumes("text/csv")
    @Produces("text/csv")
    public String text(String body) {
        return body;
    }

    @GET
    @Path("database")
    @PermitAll
    public Response asksTheDatabase(@QueryParam("seconds") int seconds) throws SQLException {
        effects.sleep(seconds);
        return Response.noContent().build();
    }

    @POST
    @Path("decisions")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Response decide(@NotNull @Valid Line line) {
        effects.decide(auditLog, line.text());
        return Response.noContent().build();
    }

    @GET
    @Path("municipalities/{number}")
    @RolesAllowed({Roles.MUNICIPALITY_READ, Roles.ADVISER, Roles.COUNTY_GOVERNOR})
    @Acts(Task.REPORT)
    public Response municipality(@PathParam("number") String number) {
        return register.structure().validOn(LocalDate.of(2025, 1, 1)).stream()
                .filter(one -> one.number().value().equals(number))
                .filter(one -> sight.reaches(one.id(), "probe.reading", number))
                .findFirst()
                .map(one -> Response.ok(Map.of("number", number)).build())
                .orElseGet(problems::notFound);
    }

    @POST
    @Path("denials/{text}")
    @RolesAllowed(Roles.ADVISER)
    @Transactional
    public Response denied(@PathParam("text") String text) {
        auditLog.denied("probe.denied", text, Map.of());
        return problems.forbidden("forbidden");
    }
}
