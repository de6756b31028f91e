// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/schedules/scheduledocument.h"

#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QFormLayout;
class QPushButton;
class QSpinBox;

namespace ui {

class Label;

/// What the selected layer is, beside what is drawn of it.
class LayerForm : public QWidget {
    Q_OBJECT
public:
    explicit LayerForm(ScheduleDocument &document, QWidget *parent = nullptr);

private:
    template<class Box>
    Box *addField(QFormLayout &form, Box *box, const QString &name, const QString &tooltip);
    void connectFields();
    void follow();
    void followValidity(const Layer &layer);
    using Change = std::function<void(Layer &)>;
    void change(const QString &what, const Change &change);
    void setRepeats();
    void setUnit();
    void bound();

    ScheduleDocument &document_;
    QWidget *fields_;
    QComboBox *purpose_;
    QSpinBox *level_;
    QComboBox *repeats_;
    QComboBox *unit_;
    QComboBox *where_;
    QDateTimeEdit *from_;
    QDateTimeEdit *to_;
    Label *validity_;
    QPushButton *bounded_;
    QPushButton *endless_;
    Label *remark_;
    QPushButton *copy_;
};

} // namespace ui
