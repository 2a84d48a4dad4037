/**
 * The forms of calls: what is asked besides the typed core of an application, as data. Sections of questions with their
 * texts, and a JSON Schema (2020-12) of the answers; drafted with its call and fixed when the call is announced.
 */
@NullMarked
package no.opptrapping.grant.forms;

import org.jspecify.annotations.NullMarked;
