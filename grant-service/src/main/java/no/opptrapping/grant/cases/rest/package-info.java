/** Cases over HTTP. */
@NullMarked
package no.opptrapping.grant.cases.rest;

import org.jspecify.annotations.NullMarked;
