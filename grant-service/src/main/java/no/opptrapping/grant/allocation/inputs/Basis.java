package no.opptrapping.grant.allocation.inputs;

import no.opptrapping.platform.values.Kroner;

/** What a run divides: money that there is, money that is proposed, or what another run has given. */
public sealed interface Basis {
    /** What is available of the appropriation. */
    Basis MONEY = new Money();

    /** What is available of the appropriation. */
    record Money() implements Basis {}

    /** What is proposed to be appropriated, by the newest proposal: for a run that gives nobody anything. */
    record Proposed() implements Basis {}

    /**
     * What the run that is corrected divided, among the applications that it divided among.
     *
     * @param given what its awards are now, which can be given otherwise
     */
    record Corrected(RunInputs inputs, Kroner given) implements Basis {}
}
