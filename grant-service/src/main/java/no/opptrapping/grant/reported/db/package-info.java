/** What has been heard of reports, in the database. */
@NullMarked
package no.opptrapping.grant.reported.db;

import org.jspecify.annotations.NullMarked;
