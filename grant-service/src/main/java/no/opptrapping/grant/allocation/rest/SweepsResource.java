package no.opptrapping.grant.allocation.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Objects;
import no.opptrapping.grant.allocation.Scenario;
import no.opptrapping.grant.allocation.Sweep;
import no.opptrapping.grant.allocation.SweepAllocation;
import no.opptrapping.grant.allocation.SweepGrid;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many simulations in one call, answered line by line as they are computed (application/x-ndjson). */
@Path("/v1/sweeps")
@RunOnVirtualThread
@Tag(name = "Allocation")
class SweepsResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final int PROGRESS_EVERY = 1000;

    private final SweepAllocation sweepAllocation;
    private final CurrentCaller caller;
    private final CurrentLanguage language;
    private final Texts texts;
    private final Problems problems;
    private final ObjectWriter writer;

    SweepsResource(
            SweepAllocation sweepAllocation,
            CurrentCaller caller,
            CurrentLanguage language,
            Texts texts,
            Problems problems,
            ObjectMapper mapper) {
        this.sweepAllocation = sweepAllocation;
        this.caller = caller;
        this.language = language;
        this.texts = texts;
        this.problems = problems;
        this.writer = mapper.writer();
    }

    @POST
    @Produces({NDJSON, "application/problem+json"})
    @RolesAllowed({Roles.ADVISER, Roles.MINISTRY})
    @APIResponse(
            responseCode = "200",
            description = "A line each: started, then scenario or refused in the grid's order with progress among them,"
                    + " then finished. Nothing is stored",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)))
    @Operation(
            operationId = "sweepScenarios",
            summary = "Compute many scenarios in one call, answered line by line as they are done")
    public Response sweep(@Valid @NotNull SweepRequest request) {
        var reading = new RunRequestReading(request.run());
        var broken = new ArrayList<BrokenRule>();
        reading.broken()
                .forEach(one -> broken.add(new BrokenRule(one.code(), "/run" + one.pointer(), one.arguments())));
        var beyond =
                Decimal.parse(Objects.requireNonNullElse(request.beyond(), "0")).filter(number -> !number.isNegative());
        if (beyond.isEmpty()) {
            broken.add(
                    BrokenRule.of("allocation.decimal-number", "/beyond", "value", Objects.toString(request.beyond())));
        }
        if (!broken.isEmpty()) {
            return problems.rejected(broken);
        }
        var command = new SweepAllocation.Command(
                reading.parameters(),
                request.axes().stream()
                        .map(axis -> new SweepGrid.Axis(axis.pointers(), axis.values()))
                        .toList(),
                beyond.orElse(Decimal.ZERO),
                caller.staff().subject());
        return switch (sweepAllocation.prepare(command)) {
            case SweepAllocation.Outcome.Ready(var sweep) -> streamed(sweep, Boolean.TRUE.equals(request.amounts()));
            case SweepAllocation.Outcome.Rejected(var reasons) -> problems.rejected(reasons);
            case SweepAllocation.Outcome.Disqualified() -> problems.forbidden("allocation.disqualified");
        };
    }

    private Response streamed(Sweep sweep, boolean withAmounts) {
        var spoken = language.get();
        StreamingOutput lines = output -> new Writing(output, spoken, withAmounts).write(sweep);
        return Response.ok(lines, NDJSON).build();
    }

    /** One answer being written. */
    private final class Writing {
        private final OutputStream output;
        private final Language spoken;
        private final boolean withAmounts;
        private int done;
        private int refused;
        private int fallbacks;

        Writing(OutputStream output, Language spoken, boolean withAmounts) {
            this.output = output;
            this.spoken = spoken;
            this.withAmounts = withAmounts;
        }

        void write(Sweep sweep) throws IOException {
            write(new SweepLine.Started(sweep, withAmounts));
            output.flush();
            try {
                sweep.run(scenario -> take(scenario, sweep.scenarios()));
            } catch (UncheckedIOException gone) {
                throw gone.getCause();
            }
            write(new SweepLine.Finished(done, refused, fallbacks));
        }

        private void take(Scenario scenario, int of) {
            try {
                write(
                        switch (scenario) {
                            case Scenario.Divided divided -> {
                                fallbacks += divided.fallback() ? 1 : 0;
                                yield new SweepLine.Result(divided, withAmounts);
                            }
                            case Scenario.Refused impossible -> {
                                refused++;
                                yield new SweepLine.Refused(impossible, texts, spoken);
                            }
                        });
                done++;
                if (done % PROGRESS_EVERY == 0) {
                    write(new SweepLine.Progress(done, of));
                    output.flush();
                }
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        private void write(SweepLine line) throws IOException {
            output.write(writer.writeValueAsBytes(line));
            output.write('\n');
        }
    }
}
