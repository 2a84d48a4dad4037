package no.opptrapping.grant.known.db;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.grant.known.HeardMunicipality;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;

/** All that has been heard of municipalities up to an edition, found by what they are asked for with. */
final class Picture {
    private final UUID edition;
    private final List<HeardMunicipality> all;
    private final Map<MunicipalityId, HeardMunicipality> byId;
    private final Map<MunicipalityNumber, List<HeardMunicipality>> byNumber = new HashMap<>();
    private final Map<OrganisationNumber, List<HeardMunicipality>> byOrganisation = new HashMap<>();

    Picture(UUID edition, Collection<HeardMunicipality> municipalities) {
        this.edition = edition;
        this.all = List.copyOf(municipalities);
        this.byId = all.stream().collect(Collectors.toUnmodifiableMap(HeardMunicipality::id, Function.identity()));
        for (var one : all) {
            one.versions().stream()
                    .map(HeardMunicipality.Version::number)
                    .distinct()
                    .forEach(number -> add(byNumber, number, one));
            one.organisationNumbers().stream()
                    .map(HeardMunicipality.HeldNumber::number)
                    .distinct()
                    .forEach(number -> add(byOrganisation, number, one));
        }
    }

    private static <K> void add(Map<K, List<HeardMunicipality>> index, K key, HeardMunicipality one) {
        index.computeIfAbsent(key, _ -> new ArrayList<>()).add(one);
    }

    boolean isOf(UUID current) {
        return edition.equals(current);
    }

    Optional<HeardMunicipality> find(MunicipalityId id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<HeardMunicipality> everNumbered(MunicipalityNumber number) {
        return List.copyOf(byNumber.getOrDefault(number, List.of()));
    }

    List<HeardMunicipality> everHolding(OrganisationNumber number) {
        return List.copyOf(byOrganisation.getOrDefault(number, List.of()));
    }

    List<HeardMunicipality> all() {
        return all;
    }

    List<HeardMunicipality> ceasedBy(LocalDate date) {
        return all.stream()
                .filter(one -> one.ceasedOn() != null && !one.ceasedOn().isAfter(date))
                .toList();
    }
}
