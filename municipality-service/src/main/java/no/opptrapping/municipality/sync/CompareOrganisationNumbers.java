package no.opptrapping.municipality.sync;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.municipality.registry.SearchName;
import no.opptrapping.municipality.sync.Difference.Item;
import no.opptrapping.municipality.sync.Difference.Kind;
import no.opptrapping.municipality.sync.LegalEntities.Standing;
import no.opptrapping.platform.values.OrganisationNumber;

/**
 * Finds which legal entity each municipality of today is: the one that has its office there and its name. Pure.
 */
public final class CompareOrganisationNumbers {
    private static final Pattern BETWEEN_NAMES = Pattern.compile(
            "\\b(?:KOMMUNE|HERAD|SUOHKAN|SUOHKANA|GIELDA|TJ[IÏ]ELTE|KOMUUNI|KOMMUUNI)\\b|[-/]",
            Pattern.UNICODE_CHARACTER_CLASS);

    private final Register register;
    private final LocalDate today;
    private final List<LegalEntity> entities;

    public CompareOrganisationNumbers(Register register, LocalDate today, List<LegalEntity> entities) {
        this.register = register;
        this.today = today;
        this.entities = List.copyOf(entities);
    }

    /** The registered numbers that no municipality among the entities has, of which it must be asked what became. */
    public List<OrganisationNumber> lost() {
        return register.validOn(today).stream()
                .filter(listed -> candidates(listed).isEmpty())
                .flatMap(listed -> registered(listed).stream())
                .toList();
    }

    /**
     * What differs, by municipality number.
     *
     * @param standings what has become of each of the {@link #lost} numbers
     */
    public List<Difference> differences(Map<OrganisationNumber, Standing> standings) {
        var found = new ArrayList<Difference>();
        for (var listed : register.validOn(today)) {
            var registered = registered(listed);
            var candidates = candidates(listed);
            if (candidates.size() > 1) {
                candidates.forEach(candidate -> found.add(unexplained(listed, candidate)));
            } else if (candidates.size() == 1) {
                compare(listed, registered, candidates.getFirst()).ifPresent(found::add);
            } else {
                registered.flatMap(number -> ceased(listed, number, standings)).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private Optional<Difference> compare(
            Listed listed, Optional<OrganisationNumber> registered, LegalEntity candidate) {
        if (registered.equals(Optional.of(candidate.number()))) {
            return Optional.empty();
        }
        var others = register.find(candidate.number(), today);
        if (others.isPresent()) {
            return Optional.of(unexplained(listed, candidate));
        }
        return Optional.of(new Difference(
                registered.isPresent() ? Kind.ORGANISATION_NUMBER_CHANGED : Kind.ORGANISATION_NUMBER_NEW,
                "",
                today,
                registered.stream().map(number -> item(listed, number)).toList(),
                List.of(item(listed, candidate.number()))));
    }

    private Optional<Difference> ceased(
            Listed listed, OrganisationNumber number, Map<OrganisationNumber, Standing> standings) {
        return switch (standings.getOrDefault(number, new Standing.Registered())) {
            case Standing.Registered() -> Optional.empty();
            case Standing.Deleted(var on) ->
                Optional.of(new Difference(
                        Kind.ORGANISATION_NUMBER_CEASED,
                        "",
                        on.filter(day -> day.isAfter(Register.BEGINNING) && !day.isAfter(today))
                                .orElse(today),
                        List.of(item(listed, number)),
                        List.of()));
            case Standing.Unknown() ->
                Optional.of(new Difference(Kind.UNEXPLAINED, "", today, List.of(item(listed, number)), List.of()));
        };
    }

    private List<LegalEntity> candidates(Listed listed) {
        return entities.stream()
                .filter(entity -> entity.municipality().equals(Optional.of(listed.number())))
                .filter(entity -> isNamed(entity.name(), listed.name()))
                .toList();
    }

    /** Whether one of the names of the legal entity is one of the municipality's. */
    static boolean isNamed(String entity, String municipality) {
        return Arrays.stream(BETWEEN_NAMES.split(entity))
                .map(String::strip)
                .anyMatch(name -> name.length() > 1 && SearchName.matches(municipality, name));
    }

    private Optional<OrganisationNumber> registered(Listed listed) {
        return listed.municipality().organisationNumberOn(today);
    }

    private Difference unexplained(Listed listed, LegalEntity candidate) {
        return new Difference(
                Kind.UNEXPLAINED,
                "",
                today,
                registered(listed).stream().map(number -> item(listed, number)).toList(),
                List.of(item(listed, candidate.number())));
    }

    private static Item item(Listed listed, OrganisationNumber number) {
        return new Item(listed.number().value(), listed.name(), number.value());
    }
}
