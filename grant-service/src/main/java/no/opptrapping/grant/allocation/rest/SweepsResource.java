package no.opptrapping.grant.allocation.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.sweeps.Scenario;
import no.opptrapping.grant.allocation.sweeps.Sweep;
import no.opptrapping.grant.allocation.sweeps.SweepAllocation;
import no.opptrapping.grant.allocation.sweeps.SweepGrid;
import no.opptrapping.grant.allocation.sweeps.SweepTurns;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
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

    private static final int RETRY_AFTER_SECONDS = 30;

    private final SweepAllocation sweepAllocation;
    private final SweepTurns turns;
    private final CurrentVertxRequest exchange;
    private final CurrentCaller caller;
    private final CurrentLanguage language;
    private final Texts texts;
    private final Problems problems;
    private final ObjectWriter writer;

    SweepsResource(
            SweepAllocation sweepAllocation,
            SweepTurns turns,
            CurrentVertxRequest exchange,
            CurrentCaller caller,
            CurrentLanguage language,
            Texts texts,
            Problems problems,
            ObjectMapper mapper) {
        this.sweepAllocation = sweepAllocation;
        this.turns = turns;
        this.exchange = exchange;
        this.caller = caller;
        this.language = language;
        this.texts = texts;
        this.problems = problems;
        this.writer = mapper.writer();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
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
        var command = new SweepAllocation.Command(
                request.run().parameters(),
                request.axes().stream()
                        .map(axis -> new SweepGrid.Axis(axis.pointers(), axis.values()))
                        .toList(),
                request.perInhabitant().orElse(Decimal.ZERO),
                caller.staff().subject());
        return switch (sweepAllocation.prepare(command)) {
            case SweepAllocation.Outcome.Ready(var sweep) ->
                turns.queue()
                        .map(turn -> streamed(sweep, turn, Boolean.TRUE.equals(request.amounts())))
                        .orElseGet(() -> problems.unavailable("allocation.sweeps-busy", RETRY_AFTER_SECONDS));
            case SweepAllocation.Outcome.Rejected(var reasons) -> problems.rejected(reasons);
            case SweepAllocation.Outcome.Disqualified() -> problems.forbidden("allocation.disqualified");
        };
    }

    private Response streamed(Sweep sweep, SweepTurns.Turn turn, boolean withAmounts) {
        var spoken = language.get();
        var current = exchange.getCurrent();
        // However the answer ends, also before its first line, the next sweep gets its turn.
        current.addEndHandler(_ -> turn.close());
        StreamingOutput lines = output -> {
            try (turn) {
                new Writing(
                                output,
                                spoken,
                                withAmounts,
                                () -> !current.response().closed())
                        .write(sweep, turn);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while a sweep waited for its turn", e);
            }
        };
        return Response.ok(lines, NDJSON).build();
    }

    /** One scenario as it is written, and what has to be remembered of it. */
    private record Line(String json, boolean refused, boolean fallback) {}

    /** One answer being written. */
    private final class Writing {
        private final OutputStream output;
        private final Language spoken;
        private final boolean withAmounts;
        private final BooleanSupplier heard;
        private int done;
        private int refused;
        private int fallbacks;

        Writing(OutputStream output, Language spoken, boolean withAmounts, BooleanSupplier heard) {
            this.output = output;
            this.spoken = spoken;
            this.withAmounts = withAmounts;
            this.heard = heard;
        }

        void write(Sweep sweep, SweepTurns.Turn turn) throws IOException, InterruptedException {
            if (!turn.await(heard)) {
                return;
            }
            write(json(new SweepResponse.Started(sweep, withAmounts)));
            output.flush();
            try {
                sweep.run(turn, this::line, line -> take(line, sweep.scenarios()), heard);
            } catch (UncheckedIOException gone) {
                throw gone.getCause();
            }
            if (heard.getAsBoolean()) {
                write(json(new SweepResponse.Finished(done, refused, fallbacks)));
            }
        }

        private Line line(Scenario scenario) {
            return switch (scenario) {
                case Scenario.Divided divided ->
                    new Line(json(new SweepResponse.Result(divided, withAmounts)), false, divided.fallback());
                case Scenario.Refused impossible ->
                    new Line(json(new SweepResponse.Refused(impossible, texts, spoken)), true, false);
            };
        }

        private void take(Line line, int of) {
            try {
                write(line.json());
                done++;
                refused += line.refused() ? 1 : 0;
                fallbacks += line.fallback() ? 1 : 0;
                if (done % PROGRESS_EVERY == 0) {
                    write(json(new SweepResponse.Progress(done, of)));
                    output.flush();
                }
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        private String json(SweepResponse line) {
            try {
                return writer.writeValueAsString(line);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A line that cannot be written", e);
            }
        }

        private void write(String line) throws IOException {
            output.write(line.getBytes(StandardCharsets.UTF_8));
            output.write('\n');
        }
    }
}
