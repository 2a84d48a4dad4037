package no.opptrapping.municipality.sync.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.opptrapping.municipality.sync.LegalEntities.Standing;
import no.opptrapping.municipality.sync.LegalEntity;
import no.opptrapping.municipality.sync.SourceFault;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;

/** Reads what the register of legal entities answers; pure. */
final class EntityAnswers {
    static final String MUNICIPALITY = "KOMM";

    private static final Pattern NINE_DIGITS = Pattern.compile("[0-9]{9}");
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");
    private static final Pattern FORM = Pattern.compile(MUNICIPALITY);
    private static final int LARGEST_PAGE = 10_000;

    private EntityAnswers() {}

    /**
     * A page of a search.
     *
     * @param total how many entities the search found in all
     */
    record Page(List<LegalEntity> entities, long pages, long total) {}

    /** The municipalities of a page that are not deleted. */
    static Page page(UntrustedNode answer, int number) throws SourceFault {
        var page = answer.field("page");
        var total = page.field("totalElements").whole(0, LARGEST_PAGE);
        var pages = page.field("totalPages").whole(0, LARGEST_PAGE);
        if (page.field("number").whole(0, LARGEST_PAGE) != number) {
            throw page.field("number").fault();
        }
        var entities = new ArrayList<LegalEntity>();
        if (answer.field("_embedded").isPresent()) {
            for (var entity : answer.field("_embedded").field("enheter").list(LARGEST_PAGE)) {
                entity.field("organisasjonsform").field("kode").text(FORM);
                if (!entity.field("slettedato").isPresent()) {
                    entities.add(entity(entity));
                }
            }
        } else if (total > 0) {
            throw answer.field("_embedded").fault();
        }
        return new Page(List.copyOf(entities), pages, total);
    }

    private static LegalEntity entity(UntrustedNode entity) throws SourceFault {
        return new LegalEntity(
                number(entity), entity.field("navn").name(), municipality(entity.field("forretningsadresse")));
    }

    private static Optional<MunicipalityNumber> municipality(UntrustedNode address) throws SourceFault {
        if (!address.isPresent() || !address.field("kommunenummer").isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new MunicipalityNumber(address.field("kommunenummer").text(FOUR_DIGITS)));
    }

    /** What has become of the entity that was asked about. */
    static Standing standing(UntrustedNode answer, OrganisationNumber asked) throws SourceFault {
        if (!number(answer).equals(asked)) {
            throw answer.field("organisasjonsnummer").fault();
        }
        return answer.field("slettedato").isPresent()
                ? new Standing.Deleted(Optional.of(answer.field("slettedato").date()))
                : new Standing.Registered();
    }

    private static OrganisationNumber number(UntrustedNode entity) throws SourceFault {
        var number = entity.field("organisasjonsnummer");
        return number.required(OrganisationNumber.parse(number.text(NINE_DIGITS)));
    }
}
