package no.opptrapping.grant.announcements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.time.LastMoment;

/**
 * Writes the calendar of calls (iCalendar, RFC 5545): the first and the last day of each, forecasts as tentative and what
 * is called off as cancelled. The days are whole ones, since a deadline at midnight is the end of the day before; an
 * event keeps its UID from the forecast on, and its SEQUENCE grows by each change.
 */
@ApplicationScoped
public class WriteCalendar {
    private static final Duration KEPT = Duration.ofDays(400);
    private static final int MOST = 500;

    private final PublicCalls calls;
    private final CallWords words;
    private final Clock clock;

    WriteCalendar(PublicCalls calls, CallWords words, Clock clock) {
        this.calls = calls;
        this.words = words;
        this.clock = clock;
    }

    /** The calendar in the language: calls whose deadline is to come, or passed within the last 400 days. */
    @Transactional
    public String in(Language language) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Helsedirektoratet//Opptrapping//NO"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", words.name(language)));
        for (var call : calls.dueFrom(clock.instant().minus(KEPT), MOST)) {
            calendar.add(event(call, "opening", call.opensOn(), words.opening(call, language), language));
            calendar.add(event(
                    call, "deadline", LastMoment.of(call.deadline()).day(), words.deadline(call, language), language));
        }
        return written(calendar);
    }

    private VEvent event(PublicCall call, String what, LocalDate day, String summary, Language language) {
        var event = new VEvent(false);
        event.add(new Uid(call.id() + "-" + what + "@opptrapping.no"));
        event.add(new DtStamp(call.changedAt()));
        event.add(new LastModified(call.changedAt()));
        event.add(new Sequence(call.sequence()));
        event.add(new DtStart<>(day));
        event.add(new Summary(summary));
        event.add(new Description(words.about(call, language)));
        event.add(
                call.isOff()
                        ? ImmutableStatus.VEVENT_CANCELLED
                        : call.isExpected() ? ImmutableStatus.VEVENT_TENTATIVE : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }

    /** Without an event it is no calendar by the letter of RFC 5545, and is sent all the same. */
    private static String written(Calendar calendar) {
        var text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
