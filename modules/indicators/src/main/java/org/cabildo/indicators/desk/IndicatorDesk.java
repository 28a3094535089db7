// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Indicators;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Indicators for those who keep them: the list, and what each of them is. */
@Controller
@Access(value = Access.Audience.STAFF, permission = "indicators.edit")
class IndicatorDesk {

    static final String PATH = "/gestion/indicadores";
    static final String ITEM = PATH + "/{code:[a-z0-9]+(?:[._-][a-z0-9]+)*}";

    private final Indicators indicators;
    private final ViewFactory views;

    IndicatorDesk(Indicators indicators, ViewFactory views) {
        this.indicators = indicators;
        this.views = views;
    }

    @GetMapping(PATH)
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String tema,
            @RequestParam(defaultValue = "") String estado,
            @RequestParam(defaultValue = "") String despues,
            HttpServletRequest request,
            Model model) {
        return new IndicatorList(indicators, views.of(request), q, tema, estado).show(despues, model);
    }

    @GetMapping(PATH + "/indicadores.csv")
    void csv(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String tema,
            @RequestParam(defaultValue = "") String estado,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        new IndicatorList(indicators, views.of(request), q, tema, estado).send(response);
    }

    @GetMapping(PATH + "/nuevo")
    String begin(HttpServletRequest request, Model model) {
        View view = views.of(request);
        return form(view, IndicatorForm.empty(view, indicators), null, model);
    }

    @PostMapping(PATH + "/nuevo")
    String create(HttpServletRequest request, Model model, RedirectAttributes redirect) {
        View view = views.of(request);
        IndicatorForm form = IndicatorForm.of(request, view, indicators, null);
        if (!form.errors().isEmpty()) {
            return form(view, form, null, model);
        }
        Indicator made = form.indicator(view, null);
        indicators.save(view.site().requireTenant(), made, Objects.requireNonNull(view.actor()));
        redirect.addFlashAttribute("flash", view.msg("indicators.desk.created"));
        return "redirect:" + PATH + "/" + made.code();
    }

    @GetMapping(ITEM + "/editar")
    String edit(@PathVariable String code, HttpServletRequest request, Model model) {
        View view = views.of(request);
        Indicator indicator = find(view, code);
        return form(view, IndicatorForm.of(view, indicators, indicator), indicator, model);
    }

    @PostMapping(ITEM + "/editar")
    String change(@PathVariable String code, HttpServletRequest request, Model model, RedirectAttributes redirect) {
        View view = views.of(request);
        Indicator before = find(view, code);
        IndicatorForm form = IndicatorForm.of(request, view, indicators, before);
        if (!form.errors().isEmpty()) {
            return form(view, form, before, model);
        }
        indicators.save(
                view.site().requireTenant(), form.indicator(view, before), Objects.requireNonNull(view.actor()));
        redirect.addFlashAttribute("flash", view.msg("indicators.desk.saved"));
        return "redirect:" + PATH + "/" + code;
    }

    private String form(View view, IndicatorForm form, @Nullable Indicator before, Model model) {
        Breadcrumb desk = new Breadcrumb(view.msg("indicators.desk.menu"), PATH);
        model.addAttribute(
                "page",
                before == null
                        ? Page.of(view.msg("indicators.desk.new"), desk)
                        : Page.of(
                                view.msg("indicators.desk.edit"),
                                desk,
                                new Breadcrumb(view.localised(before.name()), PATH + "/" + before.code())));
        model.addAttribute("form", form);
        model.addAttribute("errors", form.errors());
        model.addAttribute("action", before == null ? PATH + "/nuevo" : PATH + "/" + before.code() + "/editar");
        model.addAttribute("cancel", before == null ? PATH : PATH + "/" + before.code());
        return "indicators/desk/edit";
    }

    @PostMapping(ITEM + "/publicar")
    @Access(value = Access.Audience.STAFF, permission = "indicators.publish")
    String publish(
            @PathVariable String code,
            @RequestParam(defaultValue = "true") boolean published,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        View view = views.of(request);
        return keep(
                view,
                find(view, code).published(published),
                published ? "indicators.desk.published" : "indicators.desk.unpublished",
                redirect);
    }

    @GetMapping(ITEM + "/archivar")
    @Access(value = Access.Audience.STAFF, permission = "indicators.publish")
    String question(@PathVariable String code, HttpServletRequest request, Model model) {
        View view = views.of(request);
        Indicator indicator = find(view, code);
        model.addAttribute(
                "page",
                Page.of(
                        view.msg("indicators.desk.archive"),
                        new Breadcrumb(view.msg("indicators.desk.menu"), PATH),
                        new Breadcrumb(view.localised(indicator.name()), PATH + "/" + code)));
        model.addAttribute("indicator", indicator);
        model.addAttribute("item", PATH + "/" + code);
        return "indicators/desk/archive";
    }

    @PostMapping(ITEM + "/archivar")
    @Access(value = Access.Audience.STAFF, permission = "indicators.publish")
    String archive(
            @PathVariable String code,
            @RequestParam(defaultValue = "true") boolean archived,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        View view = views.of(request);
        return keep(
                view,
                find(view, code).archived(archived),
                archived ? "indicators.desk.archived" : "indicators.desk.restored",
                redirect);
    }

    private String keep(View view, Indicator indicator, String flash, RedirectAttributes redirect) {
        indicators.save(view.site().requireTenant(), indicator, Objects.requireNonNull(view.actor()));
        redirect.addFlashAttribute("flash", view.msg(flash));
        return "redirect:" + PATH + "/" + indicator.code();
    }

    private Indicator find(View view, String code) {
        return find(indicators, view, code);
    }

    static Indicator find(Indicators indicators, View view, String code) {
        return indicators
                .find(view.site().requireTenant(), code)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
