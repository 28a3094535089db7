// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Question;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.complaints.open311.Part.Many;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.web.Access;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** GeoReport v2, "GET Service List" and "GET Service Definition": what can be reported and what is asked. */
@Controller
@RequestMapping({Open311.V2, Open311.TRIAL})
@Access(value = Access.Audience.PUBLIC, on = SiteKind.MUNICIPALITY)
class ServicesController {

    private final OpenRequests requests;
    private final Words words;

    ServicesController(OpenRequests requests, Words words) {
        this.requests = requests;
        this.words = words;
    }

    @GetMapping("/services" + Open311.FORM)
    ResponseEntity<byte[]> list(@PathVariable String format, HttpServletRequest request) {
        Words.Spoken spoken = words.of(request);
        Site site = Open311.site(request, new Parameters(request));
        Catalogue catalogue = requests.catalogue(site.requireTenant());
        return Format.of(format)
                .answer(
                        200,
                        new Many(
                                "services",
                                catalogue.services().stream()
                                        .filter(ServicesController::offered)
                                        .map(service -> service(catalogue, service, spoken))
                                        .toList()));
    }

    /** What machines may report: nothing confidential, and nothing that is a matter for the telephone. */
    static boolean offered(Service service) {
        return service.reportable() && !service.confidential();
    }

    private static Part service(Catalogue catalogue, Service service, Words.Spoken spoken) {
        return Part.whole("service")
                .with("service_code", service.code())
                .with("service_name", spoken.of(service.name()))
                .with("description", spoken.of(service.description()))
                .with("metadata", !service.questions().isEmpty())
                .with("type", service.type())
                .with("keywords", service.keywords())
                .with(
                        "group",
                        catalogue
                                .group(service.group())
                                .map(group -> spoken.of(group.name()))
                                .orElse(""));
    }

    @GetMapping("/services/{code}" + Open311.FORM)
    ResponseEntity<byte[]> definition(
            @PathVariable String code, @PathVariable String format, HttpServletRequest request) {
        Words.Spoken spoken = words.of(request);
        Site site = Open311.site(request, new Parameters(request));
        Service service = requests.catalogue(site.requireTenant())
                .service(code)
                .filter(ServicesController::offered)
                .orElseThrow(() -> Refusal.absent("complaints.open311.service", code));
        List<Part> attributes = new ArrayList<>();
        for (Question question : service.questions()) {
            attributes.add(attribute(question, attributes.size() + 1, spoken));
        }
        return Format.of(format)
                .answer(
                        200,
                        Part.whole("service_definition")
                                .with("service_code", service.code())
                                .with(new Many("attributes", attributes)));
    }

    /** A question that is asked only after some answers to another cannot be required of a machine. */
    private static Part attribute(Question question, int order, Words.Spoken spoken) {
        Part.Whole attribute = Part.whole("attribute")
                .with("variable", !question.notice())
                .with("code", question.code())
                .with("datatype", question.datatype())
                .with(
                        "required",
                        question.required()
                                && !question.notice()
                                && question.when().isEmpty())
                .with("datatype_description", spoken.of(question.hint()))
                .with("order", order)
                .with("description", spoken.of(question.label()));
        return question.choices().isEmpty()
                ? attribute
                : attribute.with(new Many(
                        "values",
                        question.choices().stream()
                                .map(choice -> Part.whole("value")
                                        .with("key", choice.key())
                                        .with("name", spoken.of(choice.name())))
                                .toList()));
    }
}
