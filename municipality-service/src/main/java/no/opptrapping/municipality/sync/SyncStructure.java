package no.opptrapping.municipality.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.municipality.registry.Municipalities;
import no.opptrapping.municipality.registry.MunicipalityFeed;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Mergers, splits, renumberings and renamings. */
@ApplicationScoped
class SyncStructure implements Synchronisation {
    private final MunicipalityClassification classification;
    private final CurrentRegister currentRegister;
    private final Municipalities municipalities;
    private final MunicipalityFeed feed;
    private final int yearsBack;
    private final int yearsAhead;

    SyncStructure(
            MunicipalityClassification classification,
            CurrentRegister currentRegister,
            Municipalities municipalities,
            MunicipalityFeed feed,
            @ConfigProperty(name = "opptrapping.sync.years-back") int yearsBack,
            @ConfigProperty(name = "opptrapping.sync.years-ahead") int yearsAhead) {
        this.classification = classification;
        this.currentRegister = currentRegister;
        this.municipalities = municipalities;
        this.feed = feed;
        this.yearsBack = yearsBack;
        this.yearsAhead = yearsAhead;
    }

    @Override
    public Source source() {
        return Source.MUNICIPALITIES;
    }

    @Override
    public Found compare(LocalDate today) throws SourceFault {
        var revision = currentRegister.get();
        var compare = new CompareStructure(
                classification.changes(firstOfYear(today, -yearsBack), firstOfYear(today, yearsAhead + 1)));
        var lists = new HashMap<LocalDate, Set<MunicipalityNumber>>();
        for (var day : compare.newDays(revision.register())) {
            lists.put(day, classification.numbersOn(day));
        }
        return new Found(basis(revision.number()), compare.differences(revision.register(), lists));
    }

    /** The days asked about move once a year only, so that an answer can be told from the last one. */
    private static LocalDate firstOfYear(LocalDate today, int yearsLater) {
        return today.plusYears(yearsLater).withDayOfYear(1);
    }

    @Override
    public String basis(List<Difference> differences) {
        return basis(municipalities.revision());
    }

    private static String basis(long revision) {
        return "register/" + revision;
    }

    @Override
    public void adopt(List<Difference> differences, List<SplitDecision> decisions) {
        var edition = municipalities.lock();
        var result = new ApplyStructure(municipalities.load()).with(differences, decisions);
        result.municipalities().forEach(municipalities::put);
        result.changes().forEach(municipalities::put);
        municipalities.changed(edition);
        feed.announceChanges(municipalities.load());
    }
}
