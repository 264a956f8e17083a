# Computes a part of the shipped figures again from the tables of this pack, and compares: how what was counted is spread
# over people. Base R only.
#
#   Rscript check.R [FOLDER]      prints what differs; exit code 0 if nothing does

folder <- c(commandArgs(trailingOnly = TRUE), ".")[1]
read <- function(name) {
  read.csv(file.path(folder, paste0(name, ".csv")), fileEncoding = "UTF-8-BOM", na.strings = "", colClasses = "character")
}
if (!file.exists(file.path(folder, "participations.csv"))) {
  cat("This pack holds counts only: what its figures are made of is not in it.\n")
  quit(status = 0)
}
people <- read("participations")
events <- read("events")
metrics <- read("metrics")

gini <- function(x) {
  n <- length(x)
  if (n < 2 || sum(x) == 0) return(NA)
  sum((2 * seq_len(n) - n - 1) * sort(x)) / (n * sum(x))
}
half <- function(x) if (sum(x) == 0) NA else which(2 * cumsum(sort(unname(x), decreasing = TRUE)) >= sum(x))[1]
evenness <- function(x, n) {
  if (sum(x) == 0 || n < 2) return(NA)
  p <- x[x > 0] / sum(x)
  -sum(p * log(p)) / log(n)
}

counted <- list(
  made = function(e) sum(e$icap %in% c("C", "I?")),
  acts = nrow,
  turns = function(e) sum(e$kind == "talk.turn"),
  written_words = function(e) sum(as.integer(e$words[e$kind != "talk.turn"]), na.rm = TRUE)
)

faults <- 0
compared <- 0
for (meeting in unique(people$meeting)) {
  own <- people[people$meeting == meeting & people$attended == "true", ]
  acts <- events[events$meeting == meeting & !is.na(events$icap) & events$icap != "P", ]
  for (suffix in c("no_lead", "with_leads")) {
    those <- if (suffix == "no_lead") own[own$role != "lead", ] else own
    for (name in names(counted)) {
      x <- vapply(those$person, function(p) as.numeric(counted[[name]](acts[acts$person %in% p, ])), 0)
      x <- x[x > 0 | those$observable == "true"]
      values <- c(
        sum = sum(x), gini = gini(x), n_half = half(x), evenness = evenness(x, length(x)),
        top_share = if (sum(x) > 0) max(x) / sum(x) else NA
      )
      for (figure in names(values)) {
        row <- metrics[metrics$metric == paste0(figure, "_", name) & metrics$scope_id == meeting &
          metrics$subset == paste0("observable_", suffix), ]
        shipped <- as.numeric(row$value)
        fits <- length(shipped) == 1 && (is.na(shipped) && is.na(values[figure]) ||
          isTRUE(abs(shipped - values[figure]) <= 1e-6 * max(1, abs(shipped))))
        compared <- compared + 1
        if (!fits) {
          faults <- faults + 1
          cat(meeting, figure, name, suffix, "is shipped as", shipped, "and computed as", values[figure], "\n")
        }
      }
    }
  }
}
cat(compared, "figures,", faults, "differences\n")
quit(status = if (faults > 0) 1 else 0)
