package no.opptrapping.municipality.indicators.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import no.opptrapping.municipality.indicators.ObservationKey;
import no.opptrapping.municipality.indicators.WithdrawObservations;
import no.opptrapping.municipality.indicators.Withdrawal;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Withdrawing values that should not be used any more. */
@Path("/v1/indicators/{code}/withdrawals")
@RolesAllowed(Roles.KEEPER)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Indicators", description = "Population, indices and groupings of municipalities")
class WithdrawalsResource {
    private static final String REQUEST = """
            {"year": 2019, "structureDate": "2019-01-01", "version": 1, "reason": "Two municipalities were counted twice."}""";
    private static final String ANSWER = """
            {"code": "staffed-housing-places", "year": 2019, "structureDate": "2019-01-01", "version": 1,
             "withdrawnAt": "2027-06-01T08:00:00Z", "reason": "Two municipalities were counted twice."}""";

    private final WithdrawObservations withdrawObservations;
    private final CurrentCaller caller;
    private final Problems problems;

    WithdrawalsResource(WithdrawObservations withdrawObservations, CurrentCaller caller, Problems problems) {
        this.withdrawObservations = withdrawObservations;
        this.caller = caller;
        this.problems = problems;
    }

    /** Which version of which values, and why. */
    @Schema(name = "IndicatorWithdrawalRequest")
    record WithdrawalRequest(
            @NotNull @Min(1900) @Max(2199) @Schema(required = true)
            Integer year,

            @NotNull @Schema(required = true) LocalDate structureDate,

            @NotNull @Min(1) @Max(999_999) @Schema(required = true)
            Integer version,

            @NotBlank @Size(max = 500) @Schema(required = true)
            String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "withdrawIndicatorValues",
            summary = "Withdraw a version of an indicator's values",
            description =
                    "Roles adviser and administrator. The values stay readable and what was computed from them can be"
                            + " computed again, but new allocation runs refuse them until a newer version is published.")
    @APIResponse(
            responseCode = "201",
            description = "It is withdrawn",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WithdrawalResponse.class),
                            examples = @ExampleObject(name = "counted twice", value = ANSWER)))
    @APIResponse(
            responseCode = "200",
            description = "It was withdrawn before, which stands",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WithdrawalResponse.class)))
    public Response withdraw(
            @PathParam("code") @Parameter(example = "staffed-housing-places") String code,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = WithdrawalRequest.class),
                                            examples = @ExampleObject(name = "counted twice", value = REQUEST)))
                    @Valid
                    @NotNull
                    WithdrawalRequest request) {
        var key = new ObservationKey(code, Year.of(request.year()), request.structureDate());
        var command = new WithdrawObservations.Command(
                key, request.version(), request.reason().strip(), caller.staff().subject());
        return switch (withdrawObservations.withdraw(command)) {
            case WithdrawObservations.Outcome.Withdrawn(var withdrawal) ->
                Response.created(URI.create("/v1/indicators/" + code + "/versions?year=" + key.year()
                                + "&structureDate=" + key.structureDate()))
                        .entity(WithdrawalResponse.of(command, withdrawal))
                        .build();
            case WithdrawObservations.Outcome.AlreadyWithdrawn(var withdrawal) ->
                Response.ok(WithdrawalResponse.of(command, withdrawal)).build();
            case WithdrawObservations.Outcome.Unknown() ->
                problems.notFound(
                        "indicator.unknown-version",
                        "code",
                        code,
                        "year",
                        request.year(),
                        "structureDate",
                        request.structureDate(),
                        "version",
                        request.version());
        };
    }

    /** What was withdrawn. */
    @JsonPropertyOrder({"code", "year", "structureDate", "version", "withdrawnAt", "reason"})
    @Schema(name = "IndicatorWithdrawal")
    record WithdrawalResponse(
            @Schema(required = true, maxLength = 100) String code,

            @Schema(required = true, minimum = "1900", maximum = "2199")
            int year,

            @Schema(required = true) LocalDate structureDate,

            @Schema(required = true, minimum = "1", maximum = "1000000")
            int version,

            @Schema(required = true) Instant withdrawnAt,
            @Schema(required = true, maxLength = 500) String reason) {
        static WithdrawalResponse of(WithdrawObservations.Command command, Withdrawal withdrawal) {
            return new WithdrawalResponse(
                    command.key().indicator(),
                    command.key().year().getValue(),
                    command.key().structureDate(),
                    command.version(),
                    withdrawal.at(),
                    withdrawal.reason());
        }
    }
}
