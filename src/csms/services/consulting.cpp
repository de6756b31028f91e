// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/consulting.h"

#include "store/clock.h"

using namespace Qt::Literals::StringLiterals;

namespace csms {
namespace {

/// What is still out.
struct Inquiry {
    Consultation found{};
    qsizetype open = 1; // the asking itself
    std::function<void(Consultation)> then{};

    void settle()
    {
        if (--open == 0)
            then(std::move(found));
    }
};

QList<CertificateQuestion> questionsOf(const Question &question, const QByteArray &roots, Consultation &found)
{
    QList<CertificateQuestion> all = question.certificates;
    if (question.chain.isEmpty())
        return all;
    const auto now = std::chrono::floor<std::chrono::seconds>(store::now());
    const auto links = pki::readPresentedChain(question.chain, roots, now);
    if (links) {
        found.chain = *links;
        for (const pki::ChainLink &link : *links)
            all.append({link.id, link.responder});
    } else if (links.error() == pki::ChainFault::Unrooted && roots.isEmpty()) {
        found.certificates.append({pki::Revocation::Unknown, {}, u"No root certificates of contracts are set."_s});
    } else {
        found.fault = links.error();
    }
    return all;
}

} // namespace

void consult(Provider &provider, const QByteArray &roots, const Question &question,
             const std::function<void(Consultation)> &then)
{
    const auto inquiry = std::make_shared<Inquiry>();
    inquiry->then = then;
    const auto questions = questionsOf(question, roots, inquiry->found);
    const qsizetype known = inquiry->found.certificates.size();
    inquiry->found.certificates.resize(known + questions.size());
    inquiry->open += questions.size() + (question.evCertificate ? 1 : 0);
    for (qsizetype i = 0; i < questions.size(); ++i) {
        provider.lookUp(questions[i], question.chain + roots,
                        [inquiry, at = known + i](const CertificateFinding &finding) {
                            inquiry->found.certificates[at] = finding;
                            inquiry->settle();
                        });
    }
    if (question.evCertificate) {
        provider.fetchEvCertificate(*question.evCertificate, [inquiry](const Provider::EvCertificate &certificate) {
            inquiry->found.evCertificate = certificate;
            inquiry->settle();
        });
    }
    inquiry->settle();
}

} // namespace csms
