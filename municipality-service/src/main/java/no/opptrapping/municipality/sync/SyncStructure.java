package no.opptrapping.municipality.sync;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import no.opptrapping.municipality.indicators.PublishConversions;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Mergers, splits, renumberings and renamings, with the newest figures converted to the structure that they make. */
@ApplicationScoped
class SyncStructure implements Synchronisation {
    private final MunicipalityClassification classification;
    private final EstimateProposedSplits estimateSplits;
    private final RegisterAsKept register;
    private final PublishConversions publishConversions;
    private final AskedYears years;

    SyncStructure(
            MunicipalityClassification classification,
            EstimateProposedSplits estimateSplits,
            RegisterAsKept register,
            PublishConversions publishConversions,
            AskedYears years) {
        this.classification = classification;
        this.estimateSplits = estimateSplits;
        this.register = register;
        this.publishConversions = publishConversions;
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
    public void adopt(List<Difference> differences, List<SplitDecision> decisions, String by) {
        var changed = register.change(municipalities -> {
            var result = new ApplyStructure(municipalities.load()).with(differences, decisions);
            result.municipalities().forEach(municipalities::put);
            result.changes().forEach(municipalities::put);
        });
        var days = differences.stream().map(Difference::on).collect(toSet());
        days.retainAll(changed.newStructuresAfter(Register.BEGINNING));
        publishConversions.toNewStructures(days, changed, by);
    }
}
