// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/transactions/sessionrow.h"

#include <QWidget>

namespace ui {

class FactList;

/// What is known of a session: notes that a person should read first, then the facts.
class SessionFacts : public QWidget {
    Q_OBJECT
public:
    explicit SessionFacts(QWidget *parent = nullptr);
    void present(const SessionRow &row);

private:
    void presentNotes(const SessionRow &row);

    QWidget *notes_;
    QString shownNotes_;
    FactList *facts_;
};

} // namespace ui
