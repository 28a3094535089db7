// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.onboarding;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.tenancy.Administrators;
import org.cabildo.tenancy.Outcome;
import org.cabildo.tenancy.Outcome.Problem;
import org.cabildo.tenancy.Profile;
import org.cabildo.tenancy.Tenants;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tenants that are being set up. Answers are kept after each step; the tenant itself is made, as a draft, as soon as
 * it is known who and where it is, so that the later steps work on the real thing. Nobody is invited and nothing is
 * public before the end.
 */
@Component
public class Onboardings {

    private final OnboardingRows rows;
    private final Draft drafts;
    private final Tenants tenants;
    private final StarterPages starters;
    private final Sites sites;
    private final Audit audit;
    private final ObjectProvider<Administrators> administrators;
    private final TransactionTemplate transactions;

    Onboardings(
            OnboardingRows rows,
            Draft drafts,
            Tenants tenants,
            StarterPages starters,
            Sites sites,
            Audit audit,
            ObjectProvider<Administrators> administrators,
            TransactionTemplate transactions) {
        this.rows = rows;
        this.drafts = drafts;
        this.tenants = tenants;
        this.starters = starters;
        this.sites = sites;
        this.audit = audit;
        this.administrators = administrators;
        this.transactions = transactions;
    }

    /** Those that were begun and neither finished nor given up, the last changed first. */
    public List<Onboarding> open() {
        return rows.open();
    }

    /** The onboarding that a draft belongs to. */
    public Optional<Onboarding> of(TenantId tenant) {
        return rows.of(tenant);
    }

    Optional<Onboarding> find(UUID id) {
        return rows.find(id);
    }

    /** Whether a tenant or another onboarding has a short name. */
    boolean taken(String slug) {
        return tenants.profile(slug).isPresent()
                || rows.open().stream()
                        .anyMatch(other -> other.answers().get("slug").equals(slug));
    }

    UUID start(Answers answers, Actor actor) {
        return rows.insert(answers, OnboardingStep.TERRITORY, actor.name());
    }

    /** Keeps a step's checked answers and brings the draft up to them. With problems nothing is kept. */
    List<Problem> save(Onboarding onboarding, OnboardingStep step, Answers answers, Actor actor) {
        TenantId tenant = onboarding.tenant();
        if (tenant != null) {
            return TenantContext.get(
                    tenant,
                    () -> transactions.execute(status -> {
                        for (Profile.Part part : drafts.parts(answers)) {
                            Outcome outcome = tenants.change(tenant, part, actor);
                            if (outcome.refused()) {
                                status.setRollbackOnly();
                                return outcome.problems();
                            }
                        }
                        keep(onboarding, step, answers);
                        return List.<Problem>of();
                    }));
        }
        return transactions.execute(status -> {
            keep(onboarding, step, answers);
            if (step != OnboardingStep.TERRITORY) {
                return List.<Problem>of();
            }
            Outcome outcome = tenants.create(drafts.tenant(answers), actor);
            if (outcome.tenant() == null) {
                status.setRollbackOnly();
                return outcome.problems();
            }
            rows.connect(onboarding.id(), outcome.tenant());
            return List.<Problem>of();
        });
    }

    /** Notes that a step is done; the wizard goes on from the furthest one. */
    void passed(Onboarding onboarding, OnboardingStep step) {
        keep(onboarding, step, onboarding.answers());
    }

    private void keep(Onboarding onboarding, OnboardingStep step, Answers answers) {
        OnboardingStep reached = onboarding.reached();
        OnboardingStep next = step.next();
        rows.update(onboarding.id(), answers, next.ordinal() > reached.ordinal() ? next : reached);
    }

    /** Gives up: the draft goes, and its short name is free again. */
    void cancel(Onboarding onboarding, Actor actor) {
        TenantId tenant = onboarding.tenant();
        if (tenant == null) {
            rows.delete(onboarding.id());
            return;
        }
        TenantContext.run(
                tenant,
                () -> transactions.executeWithoutResult(status -> {
                    String slug = onboarding.answers().get("slug");
                    audit.record(tenant, actor, "tenancy.draft-deleted", "tenant", slug, null, null);
                    rows.delete(onboarding.id());
                    rows.deleteDraft(tenant);
                    sites.touch(tenant);
                }));
    }

    /**
     * Ends the wizard: writes the first pages, invites the administrators and, if wished, opens the portal. Doing it
     * again after a failure goes on where it stopped.
     */
    void finish(Onboarding onboarding, boolean open, Actor actor) {
        TenantId tenant = onboarding.requireTenant();
        starters.write(onboarding.answers(), actor);
        if (open) {
            TenantContext.run(tenant, () -> tenants.changeStatus(tenant, SiteStatus.LIVE, actor));
        }
        String locale = Draft.languages(onboarding.answers()).getFirst();
        administrators.ifAvailable(people ->
                onboarding.answers().all("invited").forEach(email -> people.invite(tenant, email, locale, actor)));
        rows.delete(onboarding.id());
    }

    /** Whether this installation can invite people. */
    boolean invites() {
        return administrators.getIfAvailable() != null;
    }
}
