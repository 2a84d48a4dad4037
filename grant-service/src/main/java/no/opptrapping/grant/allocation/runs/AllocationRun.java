package no.opptrapping.grant.allocation.runs;

import java.time.Instant;
import java.time.Year;
import java.util.Optional;
import no.opptrapping.grant.allocation.inputs.CanonicalJson;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;

/**
 * An allocation run (<i>fordelingskjøring</i>): one computed division, simulated until a second person adopts it.
 *
 * @param madeBy the subject of the person who made it, who may not adopt it
 * @param inputs the canonical JSON of its {@link RunInputs}
 * @param inputHash SHA-256 over the inputs
 * @param resultHash SHA-256 over recipients and amounts
 * @param schemeVersion the version of the scheme's rules that was in force when it was made; empty: none was
 * @param budget what the pots divide: commitments of earlier years are off
 * @param sum what its amounts sum to; with what is undistributed the budget
 * @param recipients how many get more than nothing
 */
public record AllocationRun(
        RunId id,
        String name,
        SchemeId scheme,
        Optional<Integer> schemeVersion,
        Year year,
        String madeBy,
        Instant madeAt,
        String inputs,
        String inputHash,
        String resultHash,
        Kroner budget,
        Kroner sum,
        int recipients,
        Optional<Adoption> adoption) {
    /** A run as it stands in a list: without its inputs, which are long. */
    public record Heading(
            RunId id,
            String name,
            SchemeId scheme,
            Optional<Integer> schemeVersion,
            Year year,
            String madeBy,
            Instant madeAt,
            String inputHash,
            String resultHash,
            Kroner budget,
            Kroner sum,
            int recipients,
            Optional<Adoption> adoption) {
        public boolean isAdopted() {
            return adoption.isPresent();
        }

        public Kroner undistributed() {
            return budget.minus(sum);
        }
    }

    /** Who adopted the run, and when. */
    public record Adoption(String by, Instant at) {}

    AllocationRun with(Adoption adopted) {
        return new AllocationRun(
                id,
                name,
                scheme,
                schemeVersion,
                year,
                madeBy,
                madeAt,
                inputs,
                inputHash,
                resultHash,
                budget,
                sum,
                recipients,
                Optional.of(adopted));
    }

    /** The run as it stands in a list. */
    public Heading heading() {
        return new Heading(
                id,
                name,
                scheme,
                schemeVersion,
                year,
                madeBy,
                madeAt,
                inputHash,
                resultHash,
                budget,
                sum,
                recipients,
                adoption);
    }

    public boolean isAdopted() {
        return adoption.isPresent();
    }

    public Kroner undistributed() {
        return budget.minus(sum);
    }

    /** The inputs as they were when the run was made. */
    public RunInputs readInputs() {
        return CanonicalJson.read(inputs, RunInputs.class);
    }
}
