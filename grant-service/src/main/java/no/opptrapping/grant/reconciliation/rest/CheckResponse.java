package no.opptrapping.grant.reconciliation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.reconciliation.Reconciliation;
import no.opptrapping.grant.reported.Discrepancy;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the check found, as shown. */
@Schema(name = "LedgerCheck")
record CheckResponse(
        boolean balanced,
        @Schema(maxItems = 10000) List<Identity> identities,

        @Schema(maxItems = 1000, description = "The first 1000 of each; the ledger balances when there are none")
        List<OutOfStep> awardsOutOfStep,

        @Schema(maxItems = 100000) List<Reported> reportsOutOfStep) {

    @Schema(name = "LedgerIdentity")
    record Identity(
            SchemeId schemeId, int year, String name, Account account, Kroner left, Kroner right, Kroner difference) {}

    @Schema(name = "AwardOutOfStep")
    record OutOfStep(
            UUID awardId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reference,

            Account account,
            Kroner ledger,
            Kroner expected,
            Kroner difference) {}

    @Schema(name = "ReportOutOfStep")
    record Reported(
            UUID awardId,
            UUID reportId,
            long version,
            Discrepancy.Reason reason,
            Kroner received,
            Kroner spent,
            Kroner unspent,
            Kroner paid,
            Instant foundAt) {}

    static CheckResponse of(Reconciliation found) {
        return new CheckResponse(
                found.isBalanced(),
                found.identities().stream()
                        .map(identity -> new Identity(
                                identity.scheme(),
                                identity.year().getValue(),
                                identity.name(),
                                identity.account(),
                                identity.left(),
                                identity.right(),
                                identity.difference()))
                        .toList(),
                found.awardsOutOfStep().stream()
                        .map(award -> new OutOfStep(
                                award.award(),
                                award.reference().orElse(null),
                                award.account(),
                                award.ledger(),
                                award.expected(),
                                award.ledger().minus(award.expected())))
                        .toList(),
                found.discrepancies().stream()
                        .map(one -> new Reported(
                                one.award(),
                                one.report(),
                                one.version(),
                                one.reason(),
                                one.received(),
                                one.spent(),
                                one.unspent(),
                                one.paid(),
                                one.foundAt()))
                        .toList());
    }
}
