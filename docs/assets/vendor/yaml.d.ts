export { Document, isCollection, isPair, isScalar, isSeq, Scalar, visit } from "yaml";
