// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/firmware.h"
#include "ui/pages/firmware/imagerow.h"

#include <QWidget>

#include <utility>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QFormLayout;
class QPushButton;
class QSpinBox;

namespace ui {

class CheckList;
class Label;

/// Which image for which stations, when, and how many at a time.
class UpdateForm : public QWidget {
    Q_OBJECT
public:
    explicit UpdateForm(QWidget *parent = nullptr);

    /// What there is to choose from; the choice stays.
    void setKnown(const QList<ImageRow> &images, const QList<store::Station> &stations);
    /// Another image: nothing is picked yet. 0: as the person had it.
    void begin(qint64 image);
    /// Starting has ended, well or not. After a start there is nothing left of it.
    void release(bool started);

signals:
    void submitted(const QList<QStringList> &waves, const store::UpdatePlan &plan);
    void closeRequested();

private:
    QWidget *buildHeader();
    QFormLayout *buildFields();
    QWidget *addTime(QCheckBox *&given, QDateTimeEdit *&edit, const QString &name);
    QWidget *addTries();
    void clear();
    void presentKind();
    void presentStations();
    void presentButton();
    [[nodiscard]] const ImageRow *chosen() const;
    [[nodiscard]] QList<QStringList> waves() const;
    void submit();

    QList<ImageRow> images_;
    QList<store::Station> stations_;
    std::pair<qint64, bool> kindOf_; ///< the image, and whether it is signed, that `kind_` is for
    QComboBox *image_;
    QComboBox *kind_;
    QCheckBox *later_;
    QDateTimeEdit *fetch_;
    QCheckBox *installLater_;
    QDateTimeEdit *install_;
    QSpinBox *tries_;
    QSpinBox *pause_;
    QSpinBox *atOnce_;
    CheckList *list_;
    Label *remark_;
    QPushButton *start_;
};

} // namespace ui
