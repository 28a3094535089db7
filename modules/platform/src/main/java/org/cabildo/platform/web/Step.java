// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

/**
 * A step of a wizard.
 *
 * @param href where to go back to it; empty when it can't be visited yet
 */
public record Step(String label, String href, State state) {

    /** How far the wizard is with a step. */
    public enum State {
        DONE,
        CURRENT,
        TODO
    }
}
