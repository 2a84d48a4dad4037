/** Cases in the database. */
@NullMarked
package no.opptrapping.grant.cases.db;

import org.jspecify.annotations.NullMarked;
