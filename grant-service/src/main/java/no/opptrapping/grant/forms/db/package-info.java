/** Forms of calls in the database. */
@NullMarked
package no.opptrapping.grant.forms.db;

import org.jspecify.annotations.NullMarked;
