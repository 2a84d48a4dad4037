package no.opptrapping.municipality.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Mergers, splits, renumberings and renamings. */
@ApplicationScoped
class SyncStructure implements Synchronisation {
    private final MunicipalityClassification classification;
    private final EstimateProposedSplits estimateSplits;
    private final RegisterAsKept register;
    private final AskedYears years;

    SyncStructure(
            MunicipalityClassification classification,
            EstimateProposedSplits estimateSplits,
            RegisterAsKept register,
            AskedYears years) {
        this.classification = classification;
        this.estimateSplits = estimateSplits;
        this.register = register;
        this.years = years;
    }

    @Override
    public Source source() {
        return Source.MUNICIPALITIES;
    }

    @Override
    public Found compare(LocalDate today) throws SourceFault {
        var revision = register.read();
        var known = revision.register();
        var compare = new CompareStructure(classification.changes(years.from(today), years.to(today)));
        var lists = new HashMap<LocalDate, Set<MunicipalityNumber>>();
        for (var day : compare.newDays(known)) {
            lists.put(day, classification.numbersOn(day));
        }
        return new Found(
                RegisterAsKept.basis(revision.number()),
                estimateSplits.in(compare.differences(known, lists), known, today));
    }

    @Override
    public String basis(List<Difference> differences) {
        return register.basis();
    }

    @Override
    public void adopt(List<Difference> differences, List<SplitDecision> decisions) {
        register.change(municipalities -> {
            var result = new ApplyStructure(municipalities.load()).with(differences, decisions);
            result.municipalities().forEach(municipalities::put);
            result.changes().forEach(municipalities::put);
        });
    }
}
