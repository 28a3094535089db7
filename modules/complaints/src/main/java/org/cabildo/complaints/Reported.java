// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

/**
 * What became of a report.
 *
 * @param secret of the reporter's own link, told this once; empty when the same submission had arrived before
 * @param fresh whether it is new
 */
public record Reported(long id, String secret, boolean fresh) {}
