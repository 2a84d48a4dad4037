package no.opptrapping.municipality.sync.db;

import jakarta.persistence.Converter;
import no.opptrapping.municipality.sync.Proposal;
import no.opptrapping.municipality.sync.Source;
import no.opptrapping.municipality.sync.SourceFault;
import no.opptrapping.municipality.sync.SyncRun;
import no.opptrapping.platform.values.CodeConverter;

/** How the room's types stand in columns. */
final class SyncColumns {
    private SyncColumns() {}

    @Converter(autoApply = true)
    static class Sources extends CodeConverter<Source> {
        Sources() {
            super(Source.class);
        }
    }

    @Converter(autoApply = true)
    static class ProposalStatuses extends CodeConverter<Proposal.Status> {
        ProposalStatuses() {
            super(Proposal.Status.class);
        }
    }

    @Converter(autoApply = true)
    static class RunStatuses extends CodeConverter<SyncRun.Status> {
        RunStatuses() {
            super(SyncRun.Status.class);
        }
    }

    @Converter(autoApply = true)
    static class Reasons extends CodeConverter<SourceFault.Reason> {
        Reasons() {
            super(SourceFault.Reason.class);
        }
    }
}
