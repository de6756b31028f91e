// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/problempanel.h"

#include "ui/pages/profiles/problemlist.h"
#include "ui/widgets/scrolling.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using namespace std::chrono_literals;

constexpr auto calm = 80ms;

bool isSame(const DrawnProblem &one, const DrawnProblem &other)
{
    return one.text == other.text && one.action == other.action;
}

} // namespace

ProblemPanel::ProblemPanel(ScheduleDocument &document, QWidget *parent)
    : QWidget(parent), document_(document), list_(new ProblemList)
{
    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(16, 8, 16, 8);
    inner->addWidget(list_);
    inner->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 1, 1);
    layout->addWidget(scrolling(content, this));
    timer_.setSingleShot(true);
    timer_.setInterval(calm);
    timer_.callOnTimeout(this, &ProblemPanel::follow);
    connect(&document_, &ScheduleDocument::layersChanged, this, [this] {
        if (!timer_.isActive())
            timer_.start();
    });
    list_->presentLine({Shape::Check, Role::Good}, tr("Nothing speaks against what is drawn."));
}

void ProblemPanel::follow()
{
    QList<DrawnProblem> problems = drawnProblems(document_);
    const bool isOther = !std::ranges::equal(problems, problems_, isSame);
    problems_ = std::move(problems);
    if (!isOther)
        return;
    list_->clear();
    for (qsizetype i = 0; i < problems_.size(); ++i) {
        const DrawnProblem &problem = problems_.at(i);
        const bool isError = problem.severity == charging::Severity::Error;
        list_->add(isError ? Mark{Shape::Cross, Role::Fault} : Mark{Shape::Triangle, Role::Caution}, problem.text,
                   problem.action, [this, mend = problem.mend] { mend(document_); });
    }
    if (problems_.isEmpty())
        list_->presentLine({Shape::Check, Role::Good}, tr("Nothing speaks against what is drawn."));
    emit countChanged();
}

} // namespace ui
