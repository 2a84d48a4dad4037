package no.opptrapping.municipality.registry.db;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.opptrapping.municipality.lineage.Party;
import no.opptrapping.municipality.lineage.SplitPart;
import no.opptrapping.municipality.lineage.StructureChange;
import no.opptrapping.platform.register.ShareMethod;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** One merger or split with its parties. */
@Entity
@Table(name = "structure_change")
class StructureChangeEntity {
    @Id
    String id;

    @Column(name = "on_date")
    LocalDate on;

    Kind kind;

    String reason;

    @ElementCollection
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "structure_change_party", joinColumns = @JoinColumn(name = "change_id"))
    List<Side> parties = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected StructureChangeEntity() {}

    @SuppressWarnings("NullAway.Init")
    StructureChangeEntity(String id) {
        this.id = id;
    }

    void become(StructureChange change) {
        on = change.on();
        parties.clear();
        switch (change) {
            case StructureChange.Merger merger -> {
                kind = Kind.MERGER;
                reason = "";
                merger.before().stream().map(Side::before).forEach(parties::add);
                parties.add(Side.after(new SplitPart(merger.after(), BigDecimal.ONE, ShareMethod.WHOLE, true)));
            }
            case StructureChange.Split split -> {
                kind = Kind.SPLIT;
                reason = split.reason();
                parties.add(Side.before(split.before()));
                split.parts().stream().map(Side::after).forEach(parties::add);
            }
        }
    }

    StructureChange change() {
        var before = on(Which.BEFORE).map(Side::party).toList();
        return switch (kind) {
            case MERGER ->
                new StructureChange.Merger(
                        on, before, on(Which.AFTER).map(Side::party).findFirst().orElseThrow());
            case SPLIT ->
                new StructureChange.Split(
                        on, before.getFirst(), on(Which.AFTER).map(Side::part).toList(), reason);
        };
    }

    private Stream<Side> on(Which side) {
        return parties.stream().filter(party -> party.side() == side).sorted(Comparator.comparing(Side::number));
    }

    enum Kind {
        MERGER,
        SPLIT
    }

    enum Which {
        BEFORE,
        AFTER
    }

    @Embeddable
    record Side(
            Which side,
            @Column(name = "municipality_id") MunicipalityId municipality,
            MunicipalityNumber number,
            BigDecimal share,
            ShareMethod method,
            boolean dutyBearer,
            String territory) {
        static Side before(Party party) {
            return new Side(Which.BEFORE, party.id(), party.number(), BigDecimal.ONE, ShareMethod.WHOLE, false, "");
        }

        static Side after(SplitPart part) {
            var successor = part.successor();
            return new Side(
                    Which.AFTER,
                    successor.id(),
                    successor.number(),
                    part.share(),
                    part.method(),
                    part.dutyBearer(),
                    part.territory().stream()
                            .sorted()
                            .map(MunicipalityId::toString)
                            .collect(joining(" ")));
        }

        Party party() {
            return new Party(municipality, number);
        }

        SplitPart part() {
            return new SplitPart(
                    party(),
                    share,
                    method,
                    dutyBearer,
                    territory.isEmpty()
                            ? Set.of()
                            : Arrays.stream(territory.split(" ", -1))
                                    .map(id -> new MunicipalityId(UUID.fromString(id)))
                                    .collect(toSet()));
        }
    }
}
