// The one import for scripts: everything that an analyst asks is reached from here.
@_exported public import AssistanceDiagrams
@_exported public import AssistanceImport
@_exported public import AssistanceModel
@_exported public import AssistancePlanning
@_exported public import AssistanceReports
@_exported public import ChangeAnalysis
@_exported public import CoordinationAnalysis
@_exported public import CoverOptimization
@_exported public import CoverageAnalysis
@_exported public import DOTFormat
@_exported public import GraphCore
@_exported public import GraphInterchange
@_exported public import GraphProjection
@_exported public import GraphvizRendering
@_exported public import NetworkAlgorithms
